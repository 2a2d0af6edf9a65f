// Opens every page of a release in a real browser, from disk, and holds it to what a reader needs.
// Usage: node browse.mjs ROOT [FOLDER FOR PICTURES]
import { readdirSync, readFileSync, mkdirSync } from "node:fs";
import { join, relative } from "node:path";
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

for (const name of pages) {
  const say = (what) => wrong.push(`${name}: ${what}`);
  for (const scheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: scheme });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && say(`console: ${message.text()}`));
    page.on("request", (request) => {
      if (!request.url().startsWith("file://")) say(`asks for ${request.url()}`);
    });
    page.on("requestfailed", (request) => say(`cannot load ${request.url()}`));
    await page.goto(pathToFileURL(join(root, name)).href);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    for (const violation of violations) {
      say(`${scheme}: axe ${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target).join(" | ")}`);
    }
    if (pictures) await page.screenshot({ path: join(pictures, `${name.replaceAll("/", "-")}-${scheme}.png`), fullPage: true });
    for (const width of [320, 768]) {
      await page.setViewportSize({ width, height: 700 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) say(`${over} px wider than a screen of ${width} px`);
      if (pictures && scheme === "light" && width === 320) {
        await page.screenshot({ path: join(pictures, `${name.replaceAll("/", "-")}-320.png`), fullPage: true });
      }
    }
    if (scheme === "light") {
      ids.set(name, new Set(await page.$$eval("main [id]", (found) => found.map((element) => element.id))));
      const links = await page.$$eval("a[href]", (found) => found.map((a) => a.href).filter((href) => href.startsWith("file:")));
      for (const link of new Set(links)) {
        const target = decodeURIComponent(new URL(link).pathname);
        const hash = decodeURIComponent(new URL(link).hash.slice(1));
        const inside = relative(root, target);
        if (inside.startsWith("..")) say(`links out of the release: ${link}`);
        try {
          const text = readFileSync(target, "utf8");
          if (hash && target.endsWith(".html") && !text.includes(`id="${hash}"`)) say(`dead anchor: ${inside}#${hash}`);
        } catch {
          say(`dead link: ${inside}`);
        }
      }
    }
    await context.close();
  }
}

// The same paragraph has the same anchor in every language.
for (const [name, own] of ids) {
  const [language, ...rest] = name.split("/");
  for (const [other, theirs] of ids) {
    const [theirLanguage, ...theirRest] = other.split("/");
    if (theirLanguage === language || rest.join("/") !== theirRest.join("/") || rest.length === 0) continue;
    for (const id of own) if (!theirs.has(id)) wrong.push(`${name}#${id} is not in ${other}`);
  }
}

await browser.close();
console.log(wrong.length === 0 ? `${pages.length} pages: nothing found` : wrong.join("\n"));
process.exit(wrong.length === 0 ? 0 : 1);
