// Finds the offers of many families with the script that visitors run: node families.mjs FILE, a JSON of data and families.
import { readFileSync } from "node:fs";
import { findOffers, readAnswers, writeAnswers } from "../../overrides/script/entitlement/rules.js";

const { data, shape, families } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const found = families.map((answers) => {
  const kept = readAnswers(writeAnswers(answers, shape), shape); // through the address, as a shared link goes
  return findOffers(data, kept).map(({ offer, rules }) => [data.offers[offer][0], rules.map(([reason]) => reason)]);
});
console.log(JSON.stringify(found));
