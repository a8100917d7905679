import { arrange, helpCard } from "./answer.js";
import { fold, readWords, stem, stems } from "./fold.js";
import { findHouses, houseByName, isNamed } from "./houses.js";
import { Library } from "./library.js";
import { findOffices } from "./offices.js";
import { Places } from "./places.js";
import { isWeak, rank, WEAK, weigh } from "./score.js";
import { understand } from "./understand.js";

export const LONGEST = 300; // characters of a question that are read
const SHORT = 2; // words up to which every word may be unfinished
const MOST_TOWNS = 3;
const MOST_NAMES = 3;
const KNOWN = 0.7; // how sure a word must be for German words to be enough
const UNDERSTOOD = 0.58;

// The search. `core` is the bundle; `load` fetches what comes later, each a promise of a file: { town(id), languages(), names(letter) }.
// Gives { query(text, limit) → promise of an answer }; the cards of an answer are described in answer.js.
export function createEngine(core, load) {
  const places = new Places(core.towns, core.ambiguous_places);
  const isPlace = (word) => places.words.has(word);
  const german = new Library(core, isPlace);
  const bets = new Map(core.bets.map(([word, offers]) => [stems(word).join(" "), offers.map((id) => core.offers.findIndex((offer) => offer.id === id))]));
  const loaded = new Map();
  const once = (name, fetch) => {
    if (!loaded.has(name)) loaded.set(name, fetch().catch((error) => (loaded.delete(name), Promise.reject(error))));
    return loaded.get(name);
  };
  const withLanguages = () => once("library", async () => new Library(core, isPlace, await load.languages()));

  async function query(text, limit = 10) {
    const asked = readWords(String(text).slice(0, LONGEST));
    let read = interpret(asked, german);
    if (read.groups.some((group) => group.sure < KNOWN)) read = interpret(asked, await withLanguages());
    const cards = await results(read);
    return { ...answer(read, cards), results: cards.slice(0, limit) };
  }

  // What was asked: where, what, and how sure each word is.
  function interpret(asked, library) {
    const { places: where, rest, corrected } = places.find(asked, library);
    const content = rest.filter((found) => !library.stop.has(found.word));
    const kept = content.length || where.length ? content : rest;
    const groups = kept.flatMap((found, i) => understand(found, i === kept.length - 1, kept.length <= SHORT, library));
    for (const group of groups) group.term = stem(group.corrected ?? group.word);
    const heard = new Set([...groups.map((group) => group.term), ...rest.map((found) => stem(found.word))]);
    const wantsContact = [...heard].some((term) => library.contactWords.has(term));
    const topic = weigh(groups.filter((group) => !library.contactWords.has(group.term)), library);
    return { asked, where, corrected, groups, topic, heard, wantsContact, library, offers: favour(rank(topic, library.offers, library), topic) };
  }

  // The order that editors gave for a word that leads to several offers.
  function favour(ranked, topic) {
    const asked = topic.map((group) => group.term).join(" ");
    const bet = bets.get(asked);
    if (!bet) return ranked;
    const place = ({ document }) => (bet.includes(document) ? bet.indexOf(document) : bet.length);
    return [...ranked].sort((a, b) => place(a) - place(b));
  }

  async function results(read) {
    const { where, topic, heard, wantsContact, library, offers } = read;
    const found = {
      core, offers, wantsContact,
      offices: findOffices(topic, library.offices, library, wantsContact),
      wantsHouse: topic.length > 0 && topic.every((group) => library.houseWords.has(group.term)),
      empty: !topic.length && !wantsContact,
      status: core.statuses.reduce((bits, { words: said }, bit) => (said.some((name) => stems(name).every((term) => heard.has(term))) ? bits | (1 << bit) : bits), 0),
    };
    if (!where.length) return arrange({ ...found, houses: { named: await housesAnywhere(read), there: [] } });
    const answers = await Promise.all(where.slice(0, MOST_TOWNS).map(async ({ town: number, district }) => {
      const town = core.towns[number];
      const here = await once(`town ${town.id}`, () => load.town(town.id));
      return arrange({ ...found, town, here, contacts: here.contacts, houses: findHouses(topic, here.centres, town, district, library) });
    }));
    return inTurn(answers);
  }

  // A house by its name alone: names are loaded only for words that mean nothing else.
  async function housesAnywhere({ topic, library }) {
    const asked = topic.filter((group) => !library.houseWords.has(group.term) && !isWeak(group, library));
    const strange = asked.filter((group) => group.sure < KNOWN);
    if (!strange.length || strange.length < asked.length / 2 || asked.length > MOST_NAMES) return [];
    const letters = new Set(strange.map(({ typed }) => fold(typed)[0]).filter((letter) => core.letters.includes(letter)));
    const lists = await Promise.all([...letters].map((letter) => once(`names ${letter}`, () => load.names(letter))));
    const houses = [...new Map(lists.flat().map((house) => [house[0], house])).values()];
    return houses.filter(([, name]) => isNamed(asked, name, library)).slice(0, MOST_NAMES).map((house) => houseByName(house, core.towns));
  }

  // What the page says about the question itself.
  function answer({ asked, where, corrected, groups, topic, offers, library }, cards) {
    // In another language only what it asks for is known, not its little words.
    const isForeign = topic.some((group) => group.sure === 1 && library.foreign.has(group.term));
    const counts = (group) => (isForeign && !group.sure ? WEAK : 1) * group.weight;
    const total = topic.reduce((sum, group) => sum + counts(group), 0);
    const sure = topic.reduce((sum, group) => sum + counts(group) * group.sure, 0);
    const best = Math.max(offers[0]?.covered ?? 0, offers[0]?.phrase ?? 0);
    const understood = total ? (sure / total + Math.min(1, best)) / 2 : Number(where.length + groups.length > 0);
    const corrections = groups.filter((group) => group.corrected).map((group) => ({ typed: group.typed, understood: library.written(group.corrected) }));
    if (corrected) corrections.push({ typed: corrected.typed, understood: places.written(where[0]) });
    return {
      text: asked.map((found) => found.typed).join(" "),
      towns: where.map(({ town, district }) => ({ id: core.towns[town].id, name: core.towns[town].name, district })),
      corrections,
      understood,
      help: helpCard(core),
      offTopic: understood < UNDERSTOOD && (!cards.length || cards[0].kind === "offer"),
    };
  }

  return { query };
}

// The cards of several towns, one of each in turn.
function inTurn(answers) {
  const longest = Math.max(...answers.map((cards) => cards.length));
  const mixed = Array.from({ length: longest }, (_, i) => answers.map((cards) => cards[i])).flat().filter(Boolean);
  return [...new Map(mixed.map((card) => [card.record ?? card, card])).values()];
}
