// Packs the editor into a folder: node build.mjs FOLDER. Parts that our records never need are left out: pictures,
// maps, coloured code, texts in other languages than German and English (where a German text is missing).
import { copyFile, mkdir, readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const [, , folder] = process.argv;
const HERE = dirname(fileURLToPath(import.meta.url));
const ASSETS = join(HERE, "node_modules", "@sveltia", "cms", "npm", "assets");
const UNUSED = /^(@shikijs\/|svgo|leaflet|terra-draw|exifr|turndown)|(heic|webp_enc|shiki-engine)[^/]*\.js$/;
const LOCALE = /locales\/[^/]+\.json$/;
const KEPT_LOCALE = /\/(de|en-US)\.json$/;
const GERMAN = /locales\/de\.json$/;
const EDITOR = /@sveltia\/cms\/npm\/index\.js$/;
const FOREIGN_FONT = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)[:@][^)]*/g;

const fonts = (await readdir(ASSETS)).filter((name) => name.endsWith(".woff2"));

const leaveOut = {
  name: "leave-out",
  setup(build) {
    const empty = { path: "left-out", namespace: "empty" };
    build.onResolve({ filter: UNUSED }, () => empty);
    build.onResolve({ filter: LOCALE }, ({ path }) => (KEPT_LOCALE.test(path) ? undefined : empty));
    build.onLoad({ filter: /./, namespace: "empty" }, () => ({ contents: "export default {}", loader: "js" }));
  },
};

// What we change in the editor itself: [what stands there, what we want instead, why]. A new version that says it in other
// words stops the build here.
const CHANGES = [
  [FOREIGN_FONT, (_, name) => `assets/${fonts.find((font) => font.startsWith(name))}`, "fonts lie beside it, not on a foreign host"],
  ["`maximum-scale=1`,", "", "whoever needs large letters may zoom"],
  ['<div role="none" class="container svelte-7ua6x9">', '<div role="main" class="container svelte-7ua6x9">', "the page to sign in has landmarks"],
  ['<div role="none" class="powered-by svelte-7ua6x9">', '<div role="contentinfo" class="powered-by svelte-7ua6x9">', "the page to sign in has landmarks"],
];

const ownChanges = {
  name: "own-changes",
  setup(build) {
    build.onLoad({ filter: EDITOR }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [found, wanted, why] of CHANGES) {
        const changed = contents.replace(found, wanted);
        if (changed === contents) throw new Error(`Im Editor steht nicht mehr, was wir ändern: ${found} (${why})`);
        contents = changed;
      }
      return { contents, loader: "js" };
    });
  },
};

// What the editor says only in English yet.
const ownWords = {
  name: "own-words",
  setup(build) {
    build.onLoad({ filter: GERMAN }, async ({ path }) => {
      const [theirs, ours] = await Promise.all([path, join(HERE, "german.json")].map(async (file) => JSON.parse(await readFile(file, "utf8"))));
      return { contents: JSON.stringify(withMissing(theirs, ours)), loader: "json" };
    });
  },
};

function withMissing(theirs, ours) {
  const added = Object.entries(ours).map(([key, text]) => [key, typeof text === "object" ? withMissing(theirs[key] ?? {}, text) : (theirs[key] ?? text)]);
  return { ...theirs, ...Object.fromEntries(added) };
}

await mkdir(join(folder, "assets"), { recursive: true });
await esbuild.build({
  entryPoints: [join(HERE, "editor.js")],
  outdir: folder,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  chunkNames: "[name]-[hash]",
  legalComments: "linked",
  logLevel: "error",
  plugins: [leaveOut, ownChanges, ownWords],
});
await Promise.all(fonts.map((name) => copyFile(join(ASSETS, name), join(folder, "assets", name))));
await copyFile(join(HERE, "index.html"), join(folder, "index.html"));
