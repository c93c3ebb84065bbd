//! The page around the data: markup, style and script, and the policy that lets nothing else run.

use sha2::{Digest, Sha256};

const MARKUP: &str = include_str!("assets/page.html");
const STYLE: &str = include_str!("assets/page.css");

/// Scripts in the order in which they run; the last is the page's own, joined from [`OWN`].
const LIBRARIES: [&str; 2] = [include_str!("vendor/chart.umd.min.js"), include_str!("vendor/fflate.js")];

/// The parts of the page's own script, each after those it needs.
const OWN: [&str; 12] = [
    include_str!("assets/words.js"),
    include_str!("assets/base.js"),
    include_str!("assets/data.js"),
    include_str!("assets/marks.js"),
    include_str!("assets/summary.js"),
    include_str!("assets/tables.js"),
    include_str!("assets/documents.js"),
    include_str!("assets/text.js"),
    include_str!("assets/document.js"),
    include_str!("assets/form.js"),
    include_str!("assets/review.js"),
    include_str!("assets/main.js"),
];

/// What stands before the data and what stands after it.
pub(super) fn around() -> (String, String) {
    let own = format!("(() => {{\n\"use strict\";\n{}}})();\n", OWN.concat());
    let scripts: Vec<&str> = LIBRARIES.into_iter().chain([own.as_str()]).collect();
    let allowed: Vec<String> = scripts.iter().map(|script| source(script)).collect();
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'",
        allowed.join(" "),
        source(STYLE),
    );
    let (head, foot) = MARKUP.split_once("<!-- data -->").unwrap_or((MARKUP, ""));
    let head =
        head.replace("{policy}", &policy).replace("<!-- style -->", &format!("<style>{STYLE}</style>"));
    let scripts: Vec<String> = scripts.iter().map(|script| format!("<script>{script}</script>\n")).collect();
    (head, foot.replace("<!-- scripts -->", &scripts.concat()))
}

/// The name of an inline script or style in a policy.
fn source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(group.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let sign = char::from(SIGNS[bits >> (18 - 6 * at) & 63]);
            out.push(if at <= group.len() { sign } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{LIBRARIES, MARKUP, OWN, STYLE, around, base64};

    #[test]
    fn bytes_in_base64() {
        let pairs =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("fooba\u{ff}", "Zm9vYmHDvw==")];
        for (bytes, wanted) in pairs {
            assert_eq!(base64(bytes.as_bytes()), wanted);
        }
    }

    #[test]
    fn every_place_is_filled() {
        let (head, foot) = around();
        for place in ["{policy}", "<!-- style -->", "<!-- data -->", "<!-- scripts -->"] {
            assert!(MARKUP.contains(place), "{place}");
            assert!(!head.contains(place) && !foot.contains(place), "{place}");
        }
        assert!(head.contains("default-src 'none'; script-src 'sha256-"));
    }

    #[test]
    fn no_asset_ends_its_own_element_or_leaves_the_page() {
        for script in LIBRARIES.iter().chain(&OWN) {
            assert!(!script.contains("</script") && !script.contains("<!--") && !script.contains('\r'));
        }
        assert!(!STYLE.contains("</style") && !STYLE.contains("url(") && !STYLE.contains("@import"));
        for own in OWN {
            for unsafe_way in
                ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch("]
            {
                assert!(!own.contains(unsafe_way), "{unsafe_way}");
            }
        }
        assert!(!MARKUP.contains(" src=") && !MARKUP.contains(" style=") && !MARKUP.contains(" onclick"));
    }
}
