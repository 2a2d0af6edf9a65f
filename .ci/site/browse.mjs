// Opens every page of a release in a real browser, from disk, and holds it to what a reader needs.
// Usage: node browse.mjs ROOT [FOLDER FOR PICTURES]
//
// axe-core judges each page as screens show it; pages of one version and indexes also in the dark, on a narrow screen, on paper, with the
// colours of the system and without motion. Parallel text and what is beyond 300 KB are judged by axe-core in one way only.
//
// A page that only sends its reader on would leave while it is judged: the browser gets it without that line, and once more as it is, to
// see that it arrives.
import { readdirSync, readFileSync, mkdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [root, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
if (pages.length === 0) throw new Error(`no page below ${root}`);
if (pictures) mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
const wrong = [];
const ids = new Map();
const MODES = {
  light: {},
  dark: { colorScheme: "dark" },
  narrow: { viewport: { width: 320, height: 700 }, hasTouch: true },
  paper: { media: "print", viewport: { width: 650, height: 900 } },
  forced: { forcedColors: "active" },
  still: { reducedMotion: "reduce" },
};
// WCAG 2.2, success criterion 1.4.12.
const SPACING = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";
const REFRESH = /<meta http-equiv="refresh" content="0; url=([^"]*)">/;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function inMode(name, mode, visit) {
  const { media, ...options } = MODES[mode];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const say = (what) => wrong.push(`${name}: ${mode}: ${what}`);
  page.on("console", (message) => message.type() === "error" && say(`console: ${message.text()}`));
  page.on("request", (request) => request.url().startsWith("file://") || say(`asks for ${request.url()}`));
  page.on("requestfailed", (request) => say(`cannot load ${request.url()}`));
  if (media) await page.emulateMedia({ media });
  if (REFRESH.test(text(join(root, name)))) {
    await page.route((url) => url.protocol === "file:" && url.pathname.endsWith(".html"), (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: text(join(root, name)).replace(REFRESH, "") }));
  }
  await page.goto(pathToFileURL(join(root, name)).href);
  await visit(page, say);
  await context.close();
}

async function judge(page, say) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { preload: false, runOnly }), RULES);
  for (const violation of violations) {
    say(`axe ${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target).join(" | ")}`);
  }
}

async function fits(page, say, width, how = "") {
  await page.setViewportSize({ width, height: 700 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) say(`${over} px wider than a screen of ${width} px${how}`);
}

// WCAG 2.2, success criterion 2.5.8: what is touched is 24 px high and wide, but for links within sentences.
async function touched(page, say) {
  const small = await page.$$eval("nav a, .elsewhere a, a.marker, .back, footer a, .beside a, .issuer a, h2 > a", (links) =>
    links.filter((link) => link.checkVisibility({ opacityProperty: true })).flatMap((link) => {
      const { width, height } = link.getBoundingClientRect();
      return width < 24 || height < 24 ? [`${link.className || link.parentElement.className || link.parentElement.localName} “${link.textContent}” ${Math.round(width)}x${Math.round(height)}`] : [];
    }));
  for (const what of [...new Set(small)].slice(0, 5)) say(`too small to touch: ${what}`);
}

async function links(name, page, say) {
  ids.set(name, new Set(await page.$$eval("main [id]", (found) => found.map((element) => element.id))));
  const all = await page.$$eval("a[href]", (found) => found.map((a) => a.href).filter((href) => href.startsWith("file:")));
  for (const link of new Set(all)) {
    const target = decodeURIComponent(new URL(link).pathname);
    const hash = decodeURIComponent(new URL(link).hash.slice(1));
    const inside = relative(root, target);
    if (inside.startsWith("..")) say(`links out of the release: ${link}`);
    try {
      if (hash && target.endsWith(".html") && !text(target).includes(`id="${hash}"`)) say(`dead anchor: ${inside}#${hash}`);
      else readFileSync(target);
    } catch {
      say(`dead link: ${inside}`);
    }
  }
}
const texts = new Map();
const text = (path) => texts.get(path) ?? texts.set(path, readFileSync(path, "utf8")).get(path);

async function arrives(name) {
  const [, target] = REFRESH.exec(text(join(root, name))) ?? [];
  if (target === undefined) return;
  const page = await browser.newPage();
  const from = pathToFileURL(join(root, name));
  const there = new URL(target, from).href;
  await page.goto(from.href, { waitUntil: "commit" });
  await page.waitForURL(there, { timeout: 20_000 }).catch(() => wrong.push(`${name}: arrives at ${page.url()} instead of ${there}`));
  await page.close();
}

async function whole(name) {
  await arrives(name);
  const shot = (page, mode) => pictures && page.screenshot({ path: join(pictures, `${name.replaceAll("/", "-")}-${mode}.png`), fullPage: true });
  const large = text(join(root, name)).length > 300_000;
  const parallel = basename(name).split(".").length > 2;
  await inMode(name, "light", async (page, say) => {
    await links(name, page, say);
    await judge(page, say);
    await shot(page, "light");
    for (const width of [320, 768]) await fits(page, say, width);
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    await fits(page, say, 320, " with letters twice as large");
    await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
    await page.addStyleTag({ content: SPACING });
    await fits(page, say, 320, " with wider spacing");
  });
  for (const mode of Object.keys(MODES).filter((mode) => mode !== "light" && !large && !(parallel && mode !== "narrow"))) {
    await inMode(name, mode, async (page, say) => {
      await judge(page, say);
      if (mode === "narrow") await touched(page, say);
      await shot(page, mode);
    });
  }
}

// Two at a time.
const queue = [...pages];
await Promise.all([0, 1].map(async () => {
  for (let name = queue.shift(); name; name = queue.shift()) await whole(name);
}));

// The same paragraph has the same anchor in every language.
for (const [name, own] of ids) {
  const [language, ...rest] = name.split("/");
  for (const [other, theirs] of ids) {
    const [theirLanguage, ...theirRest] = other.split("/");
    if (theirLanguage === language || rest.join("/") !== theirRest.join("/") || rest.length === 0) continue;
    if (rest.join("/").split(".").length > 2 || rest.join("/") === "index.html") continue;
    for (const id of own) if (!theirs.has(id)) wrong.push(`${name}#${id} is not in ${other}`);
  }
}

await browser.close();
console.log(wrong.length === 0 ? `${pages.length} pages: nothing found` : [...new Set(wrong)].join("\n"));
process.exit(wrong.length === 0 ? 0 : 1);
