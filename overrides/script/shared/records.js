// Towns and addresses of records as scripts get them: scripts/wegweiser/browser/records.py.
const split = (text) => (text ? text.split("|") : []);

// Lines → { id, name, codes, districts: [{ name, codes }], aliases }.
export function readTowns(lines) {
  return lines.map((line) => {
    const [id, name, codes, districts, aliases] = line.split("\t");
    const read = (district) => {
      const [own, ...others] = district.split("=");
      return { name: own, codes: others };
    };
    return { id, name, codes: split(codes), districts: split(districts).map(read), aliases: split(aliases) };
  });
}

// Gives the address of a record's page, by its kind and id. `root` is the address of the start page.
export function linker({ folders }, root) {
  return (kind, id) => `${root}${folders[kind]}${id}/`;
}
