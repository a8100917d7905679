import { arrange } from "./answer.js";
import { readWords, stem, stems, words } from "./fold.js";
import { findHouses, nameShare } from "./houses.js";
import { Library } from "./library.js";
import { Places } from "./places.js";
import { isWeak, rank, weigh } from "./score.js";
import { understand } from "./understand.js";

export const LONGEST = 300; // characters of a question that are read
const SHORT = 2; // words up to which every word may be unfinished
const MOST_TOWNS = 3;
const UNDERSTOOD = 0.5;

// The search. `core` is the bundle, `load` fetches what comes later:
// { town(id), more(), names() }, each a promise of a file. Gives { query(text) → promise of an answer }.
export function createEngine(core, load) {
  const places = new Places(core.towns, core.ambiguous_places ?? []);
  const library = new Library(core, (word) => places.words.has(word));
  const wordSet = (list) => new Set(list.flatMap(stems));
  const lists = { contact: wordSet(core.contact_words), house: wordSet(core.house_words) };
  const titles = core.offers.map((offer) => stem(words(offer.title).find((word) => !library.stop.has(word)) ?? ""));
  const loaded = new Map();
  const once = (name, fetch) => {
    if (!loaded.has(name)) loaded.set(name, fetch().catch((error) => (loaded.delete(name), Promise.reject(error))));
    return loaded.get(name);
  };

  async function query(text, limit = 10) {
    const asked = readWords(String(text).slice(0, LONGEST));
    let read = interpret(asked);
    if (!library.complete && read.groups.some((group) => group.sure < 0.9)) {
      const more = await once("more", load.more);
      if (!library.complete) library.extend(more);
      read = interpret(asked);
    }
    return answer(read, limit);
  }

  // What was asked: where, what, and how sure each word is.
  function interpret(asked) {
    const means = (word) => library.stop.has(word) || library.knows(stem(word)) || library.startingWith(word).length > 0 || library.splitter.split(word) !== null || lists.contact.has(stem(word)) || lists.house.has(stem(word));
    const { places: where, rest, corrected } = places.find(asked, means, library.speller);
    const content = rest.filter((found) => !library.stop.has(found.word));
    const kept = content.length || where.length ? content : rest;
    const isShort = kept.length <= SHORT;
    const groups = kept.flatMap((found, i) => understand(found, i === kept.length - 1, isShort, library));
    return { asked, where, corrected, rest, groups: weigh(groups, library) };
  }

  async function answer(read, limit) {
    const { where, groups } = read;
    const heard = new Set([...groups.map((group) => stem(group.corrected ?? group.word)), ...read.rest.map((found) => stem(found.word))]);
    const wantsContact = [...heard].some((term) => lists.contact.has(term));
    const topic = groups.filter((group) => !lists.contact.has(stem(group.corrected ?? group.word)));
    const offers = rank(topic, library.offers, titles, library);
    const offices = rank(topic, library.offices, [], library);
    const onlyHouse = topic.length > 0 && topic.every((group) => lists.house.has(stem(group.corrected ?? group.word)));
    const base = { core, offers, offices, wantsContact, wantsHouse: onlyHouse, empty: !topic.length && !wantsContact, status: statusBits(heard) };
    const results = where.length ? await answerIn(where.slice(0, MOST_TOWNS), base, topic) : arrange({ ...base, houses: { named: await housesByName(topic), there: [] } });
    return { ...describe(read, offers), results: results.slice(0, limit) };
  }

  async function answerIn(where, base, topic) {
    const answers = await Promise.all(where.map(async ({ town, district }) => {
      const here = await once(`town ${town}`, () => load.town(core.towns[town].id));
      const houses = findHouses(topic, here.centres, core.towns[town], district, lists.house);
      return arrange({ ...base, here, houses, contacts: here.contacts, town: core.towns[town] });
    }));
    // Several towns: their cards in turn.
    const longest = Math.max(...answers.map((cards) => cards.length));
    const mixed = Array.from({ length: longest }, (_, i) => answers.map((cards) => cards[i])).flat().filter(Boolean);
    return [...new Map(mixed.map((card) => [card.record ?? card, card])).values()];
  }

  // A house by its name alone: the list of all names is loaded only where words are left that mean nothing else.
  async function housesByName(topic) {
    const strange = topic.filter((group) => group.sure < 0.9 && !isWeak(group, library));
    if (!strange.length || !topic.some((group) => lists.house.has(stem(group.word)))) return [];
    const asked = strange.map((group) => group.word);
    const names = await once("names", load.names);
    return names.filter(([, name]) => nameShare(asked, name, lists.house) === 1).slice(0, 3).map(([id, name, town]) => ({
      kind: "centre", record: `centre:${id}`, address: `familienzentren/${id}/`, title: name, town: core.towns.find((other) => other.id === town)?.name,
    }));
  }

  function statusBits(heard) {
    return core.statuses.reduce((bits, status, bit) => (status.words.some((name) => stems(name).every((term) => heard.has(term))) ? bits | (1 << bit) : bits), 0);
  }

  // What the page says about the question itself.
  function describe({ asked, where, corrected, groups }, offers) {
    const total = groups.reduce((sum, group) => sum + group.weight, 0);
    const sure = groups.reduce((sum, group) => sum + group.weight * group.sure, 0);
    const understood = total ? Math.max(sure / total, offers[0]?.phrase ?? 0) : Number(where.length > 0);
    const corrections = groups.filter((group) => group.corrected).map((group) => ({ typed: group.typed, understood: library.written(group.corrected) }));
    if (corrected) corrections.push({ typed: corrected.typed, understood: places.written(where[0]) });
    return {
      text: asked.map((found) => found.typed).join(" "),
      towns: where.map((place) => ({ id: core.towns[place.town].id, name: core.towns[place.town].name, district: place.district })),
      corrections,
      understood,
      offTopic: understood < UNDERSTOOD,
    };
  }

  return { query };
}
