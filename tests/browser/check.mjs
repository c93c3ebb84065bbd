// Checks that hold for every view: nothing wider than the window, names for all controls, contrast, one heading.
export function expect(truth, said) {
  if (!truth) throw new Error(said);
}

export function equal(got, wanted, said) {
  const [a, b] = [JSON.stringify(got), JSON.stringify(wanted)];
  expect(a === b, `${said}: got ${a}, wanted ${b}`);
}

// Everything that can be said of a view without knowing it.
export async function sound(page, name) {
  const found = await page.evaluate(inspect);
  expect(found.wide <= 0, `${name}: ${found.wide} px wider than the window (${found.widest})`);
  equal(found.unnamed, [], `${name}: controls without a name`);
  equal(found.headings, 1, `${name}: headings of the first level`);
  equal(found.pale, [], `${name}: text of a contrast below 4.5`);
  equal(found.twice, [], `${name}: identities given twice`);
}

// Runs in the page.
function inspect() {
  const root = document.documentElement;
  const all = [...document.querySelectorAll("body *")].filter((element) => element.checkVisibility() && !element.closest("script, .away, .skip"));
  const widest = all.reduce((a, b) => (b.getBoundingClientRect().right > a.getBoundingClientRect().right ? b : a), document.body);
  const named = (element) => element.textContent.trim() || element.getAttribute("aria-label") || element.labels?.length || element.title;
  const controls = all.filter((element) => element.matches("a, button, input, select, canvas, summary"));

  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const light = ({ r, g, b }) => [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.a === 1) return colour;
    }
    return { r: 255, g: 255, b: 255 };
  };
  const pale = new Set();
  for (const element of all) {
    if (element.disabled || ![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) pale.add(`${element.tagName}.${element.className}: ${contrast.toFixed(2)}`);
  }
  const ids = all.map((element) => element.id).filter(Boolean);
  return {
    wide: Math.max(root.scrollWidth, document.body.scrollWidth) - innerWidth,
    widest: `${widest.tagName}.${widest.className}`,
    unnamed: controls.filter((element) => !named(element)).map((element) => element.outerHTML.slice(0, 120)),
    headings: document.querySelectorAll("h1").length,
    pale: [...pale],
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
  };
}
