// Does in a real browser what readers do with the declaration `water` of tests/showcase: changes language at a paragraph, uses the keyboard
// alone, prints, does without scripts and network, reads from right to left, lays languages side by side on a desk and on a phone.
// Usage: node read.mjs ROOT [FOLDER FOR PICTURES]
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [root, pictures] = process.argv.slice(2);
if (pictures) mkdirSync(pictures, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "read-"));
const LANGUAGES = ["en", "fr", "ru", "ar"];
const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const wrong = [];
let asked = 0;
const expect = (what, holds, found = "") => {
  asked += 1;
  if (!holds) wrong.push(found === "" ? what : `${what}: ${JSON.stringify(found)}`);
};
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
async function reading(options, path, read) {
  const context = await browser.newContext(options);
  await context.setOffline(true);
  const page = await context.newPage();
  page.on("request", (request) => expect(`${path} asks for ${request.url()}`, request.url().startsWith("file://")));
  await page.goto(pathToFileURL(root).href + "/" + path);
  await read(page);
  await context.close();
}
const inView = (page, selector) => page.$eval(selector, (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight && bottom > 0;
}).catch(() => false);
const shoot = (page, name, options = {}) => pictures && page.screenshot({ path: join(pictures, `${name}.png`), ...options });

// A reader who is at a paragraph and asks for another language is at that paragraph.
for (const [kind, options] of [["desk", DESK], ["phone", PHONE], ["without script", { ...DESK, javaScriptEnabled: false }]]) {
  for (const from of LANGUAGES) {
    const to = LANGUAGES[(LANGUAGES.indexOf(from) + 1) % LANGUAGES.length];
    for (const id of ["p7", "decide"]) {
      await reading(options, `${from}/water.html#${id}`, async (page) => {
        const what = `${kind}: ${from} to ${to} at #${id}`;
        const link = page.locator(`.unit:has(#${id}) > .elsewhere a[hreflang="${to}"]`);
        const shows = await link.isVisible();
        expect(`${what}: the link shows`, shows);
        if (!shows) return;
        await link.click({ timeout: 3000 });
        expect(`${what}: the page`, page.url().endsWith(`/${to}/water.html#${id}`), page.url());
        expect(`${what}: the paragraph is meant`, (await page.locator(`#${id}:target`).count()) === 1);
        expect(`${what}: the paragraph is in view`, await inView(page, `#${id}`));
        expect(`${what}: the page is in its language`, (await page.getAttribute("html", "lang")) === to);
        if (from === "en") await shoot(page, `switch-${kind.replace(" ", "-")}-${id}`);
      });
    }
  }
}
await reading(PHONE, "en/water.html", async (page) => {
  const links = page.locator(`.unit:has(#p5) > .elsewhere`);
  expect("phone: the links of a paragraph wait", !(await links.isVisible()));
  await page.locator("#p5 > .marker").tap();
  expect("phone: a touch on its number brings them up", await links.isVisible());
});

// With the keyboard alone.
for (const language of ["en", "ar"]) {
  await reading(DESK, `${language}/water.html`, async (page) => {
    const here = () => page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const seen = top < innerHeight && bottom > 0 && left < innerWidth && right > 0 && width > 1 && height > 1;
      const opaque = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      const at = [...document.querySelectorAll("a[href], [tabindex='0']")].indexOf(element);
      return { at, id: element.id, class: element.className, href: element.getAttribute("href"), role: element.getAttribute("role"),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, seen: seen && opaque };
    });
    const count = await page.locator("a[href], [tabindex='0']").count();
    await page.keyboard.press("Tab");
    let focus = await here();
    expect(`${language}: the first stop is the way to the text`, focus?.class === "skip" && focus.seen, focus);
    await shoot(page, `keyboard-skip-${language}`);
    const stops = [focus];
    for (let step = 0; step < count + 3; step += 1) {
      await page.keyboard.press("Tab");
      focus = await here();
      if (!focus) break;
      stops.push(focus);
    }
    expect(`${language}: the keyboard reaches everything in its order`, stops.map((stop) => stop.at).join() === [...Array(count).keys()].join(), stops.map((stop) => stop.at).slice(0, 40));
    expect(`${language}: and leaves again`, focus === null, focus);
    const unseen = stops.filter((stop) => !stop.seen || !stop.outlined);
    expect(`${language}: what has the focus is seen`, unseen.length === 0, unseen.slice(0, 3));
    const hrefs = stops.map((stop) => stop.href);
    const order = ["#main.text", "../fr/water.html", "#p1", "#note.1"].map((href) => hrefs.indexOf(href));
    expect(`${language}: skip link, languages, paragraph, footnote`, order.every((at, i) => at >= 0 && (i === 0 || at > order[i - 1])), order);

    await page.reload();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    focus = await here();
    expect(`${language}: the skip link skips the languages`, await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), focus);
    await page.focus("#ref\\.2");
    await page.keyboard.press("Enter");
    expect(`${language}: a reference leads to its note`, page.url().endsWith("#note.2") && (await inView(page, "#note\\.2")));
    await page.keyboard.press("Tab");
    focus = await here();
    expect(`${language}: behind the note stands the way back`, focus?.role === "doc-backlink" && focus.href === "#ref.2", focus);
    await page.keyboard.press("Enter");
    expect(`${language}: back at the reference`, page.url().endsWith("#ref.2") && (await inView(page, "#ref\\.2")));
    await page.keyboard.press("Shift+Tab");
    focus = await here();
    expect(`${language}: backwards, too`, focus !== null, focus);
  });
}

// On paper: every word and number, no navigation, addresses, nothing beyond the edge.
for (const [path, numbers] of [["en/water.html", true], ["ru/water.html", true], ["ar/water.html", false], ["en/water.fr.html", false], ["ar/water.en.fr.html", false]]) {
  await reading(DESK, path, async (page) => {
    const name = path.replaceAll(/[/.]/g, "-");
    const file = join(pictures ?? scratch, `print-${name}.pdf`);
    writeFileSync(file, await page.pdf({ format: "A4", preferCSSPageSize: true }));
    const printed = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const flat = printed.replaceAll(/\s+/g, "");
    if (!path.startsWith("ar")) {
      const words = await page.$$eval("main :is(h1, h2, h3, td:not(:has(p, li)), th, li, p:not(.elsewhere))", (all) => all.map((element) => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll(".elsewhere, .back, [lang]").forEach((part) => part.remove());
        return copy.textContent;
      }).filter((text) => !/https?:|[\u0600-\u06ff]/.test(text)).join(" ").split(/\s+/));
      // A word may be cut in two by a hyphen at the end of a line.
      const lost = words.filter((word) => /^[\p{L}\d]+$/u.test(word) && !flat.includes(word) && !flat.replaceAll(/[-‐]/g, "").includes(word));
      expect(`print ${path}: every word`, lost.length === 0, [...new Set(lost)].slice(0, 8));
    }
    if (numbers) {
      for (let number = 1; number <= 9; number += 1) expect(`print ${path}: number ${number}`, new RegExp(`^\\s*${number}\\.\\s`, "m").test(printed));
      expect(`print ${path}: addresses of links`, flat.includes("report-a-spring-that-is-on-no-map"));
      expect(`print ${path}: pages are numbered`, /^\s*1 *\/ *\d/m.test(printed));
    }
    const navigation = { en: ["Français", "Side by side", "canonical.txt", "Skip"], ru: ["Français", "Параллельные", "canonical.txt"], ar: [] }[path.slice(0, 2)];
    for (const word of path.split(".").length === 2 ? navigation : []) expect(`print ${path}: no “${word}”`, !printed.includes(word));
    // No ink in the outer 12 mm: a line that runs out of the page would leave some, or be cut.
    execFileSync("pdftoppm", ["-r", "40", "-gray", file, join(scratch, name)]);
    const pages = execFileSync("bash", ["-c", `ls ${join(scratch, name)}-*.pgm`], { encoding: "utf8" }).trim().split("\n");
    for (const picture of pages) {
      const bytes = execFileSync("cat", [picture], { maxBuffer: 1 << 26 });
      const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1"));
      const data = bytes.subarray(bytes.length - width * height);
      const edge = Math.floor((12 / 25.4) * 40);
      let ink = 0;
      for (let y = 0; y < height; y += 1) for (let x = 0; x < edge; x += 1) ink += (data[y * width + x] < 128) + (data[y * width + (width - 1 - x)] < 128);
      expect(`print ${path}: nothing beyond the edge of the page`, ink === 0, `${picture.split("-").pop()}: ${ink} px`);
    }
  });
}

// From right to left.
await reading(DESK, "ar/water.html", async (page) => {
  const box = (selector) => page.$eval(selector, (element) => element.getBoundingClientRect().toJSON());
  const [paragraph, marker, issuer, languages] = [await box("#p1"), await box("#p1 > .marker"), await box(".issuer a"), await box(".languages")];
  expect("ar: the number hangs at the right", marker.left >= paragraph.right - 1, [marker.left, paragraph.right]);
  expect("ar: the issuer stands at the right of the languages", issuer.left > languages.right, [issuer, languages]);
  expect("ar: the first column is at the right", (await box("thead th:first-child")).left > (await box("thead th:last-child")).left);
  expect("ar: German runs from left to right", (await page.$eval("[lang=de]", (element) => getComputedStyle(element).direction)) === "ltr");
  expect("ar: no sideways scrolling", await page.evaluate(() => document.documentElement.scrollWidth === document.documentElement.clientWidth));
  expect("ar: stress is no slant", (await page.$eval("#p1 em", (element) => getComputedStyle(element).fontStyle)) === "normal");
});

// Side by side: beside one another on a desk, below one another on a phone.
for (const path of ["en/water.fr.html", "en/water.ar.html", "ar/water.en.html", "ar/water.en.fr.html"]) {
  for (const [kind, options] of [["desk", DESK], ["phone", PHONE]]) {
    await reading(options, path, async (page) => {
      const rows = await page.$$eval(".parallel tbody tr[id]", (all) => all.map((row) => [...row.cells].map((cell) => {
        const { left, right, top, bottom } = cell.getBoundingClientRect();
        return { left, right, top, bottom, dir: cell.dir, lang: cell.lang };
      })));
      expect(`${path} ${kind}: rows`, rows.length > 20, rows.length);
      const forward = path.startsWith("ar") ? -1 : 1;
      for (const cells of rows) {
        const beside = cells.every((cell, i) => i === 0 || (Math.abs(cell.top - cells[0].top) < 1 && (cell.left - cells[i - 1].left) * forward > 0));
        const below = cells.every((cell, i) => i === 0 || cell.top >= cells[i - 1].bottom - 1);
        expect(`${path} ${kind}: what belongs together stands together`, kind === "desk" ? beside : below, cells);
        expect(`${path} ${kind}: within the screen`, cells.every((cell) => cell.left >= 0 && cell.right <= options.viewport.width + 0.5), cells);
        expect(`${path} ${kind}: each in its direction`, cells.every((cell) => cell.dir === (cell.lang === "ar" ? "rtl" : "ltr")));
      }
      await shoot(page, `parallel-${path.replaceAll(/[/.]/g, "-")}-${kind}`);
    });
  }
}

// Without motion, and three hundred paragraphs.
await reading({ ...DESK, reducedMotion: "reduce" }, "en/register.html#p299", async (page) => {
  expect("register: paragraph 299 is in view", await inView(page, "#p299"));
  expect("register: nothing moves", (await page.evaluate(() => document.getAnimations().length)) === 0);
  const link = page.locator(`.unit:has(#p299) > .elsewhere a[hreflang="ar"]`);
  await link.click();
  expect("register: the same paragraph in Arabic", page.url().endsWith("/ar/register.html#p299") && (await inView(page, "#p299")), page.url());
});

await browser.close();
console.log(wrong.length === 0 ? `${asked} expectations: nothing found` : [...new Set(wrong)].slice(0, 60).join("\n"));
process.exit(wrong.length === 0 ? 0 : 1);
