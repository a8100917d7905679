// Answers every question with the guide's own script: node ask.mjs FILE, a JSON with the packed table of each town.
import { readFileSync } from "node:fs";
import { answers } from "../../overrides/script/shared/responsibility.js";

const { data, towns } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const rows = Object.entries(towns).flatMap(([town, table]) =>
  data.statuses.flatMap(([status]) =>
    data.offers.map(([offer]) => {
      const [{ contact, remarks }] = answers(data, table, status, offer);
      return [town, status, offer, table.contacts[contact].id, remarks];
    }),
  ),
);
console.log(JSON.stringify(rows));
