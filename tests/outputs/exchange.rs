//! The formats of annotation tools: the offsets they count by find the words.

use super::other::python;
use super::{AWARD, Case};
use serde_json::Value;

/// A text without any fact.
const EMPTY: &[u8] = "Trời rất đẹp.\n".as_bytes();

/// Characters beyond the BMP, text in decomposed form, and ends of lines of both kinds.
fn case() -> Case {
    let beyond = "😀 𝟓 Năm 2020,\r\nBan ban hành 16 kế hoạch;\u{2028}trong đó có 12 kế hoạch riêng.";
    let apart = "N\u{103}m 2019, toa\u{300}n ti\u{309}nh co\u{301} 2.833 m\u{f4} hi\u{300}nh, trong \u{111}o\u{301} co\u{301} 468 m\u{f4} hi\u{300}nh.\n";
    let case = Case::new(&[
        ("a.txt", EMPTY),
        ("2020/b.txt", beyond.as_bytes()),
        ("c: d.txt", apart.as_bytes()),
        ("e.txt", AWARD),
        ("f.txt", b"\0"),
    ]);
    case.run();
    case
}

#[test]
fn tasks_of_label_studio_point_at_their_words() {
    let case = case();
    let tasks = case.json("label-studio.json");
    let tasks = tasks.as_array().unwrap();
    assert_eq!(tasks.len(), 4);
    let mut regions = 0;
    for task in tasks {
        let text: Vec<char> = task["data"]["text"].as_str().unwrap().chars().collect();
        for region in task["predictions"][0]["result"].as_array().unwrap() {
            let value = &region["value"];
            let at = |name: &str| usize::try_from(value[name].as_u64().unwrap()).unwrap();
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(words, value["text"].as_str().unwrap());
            assert_eq!((&region["from_name"], &region["to_name"]), (&"label".into(), &"text".into()));
            regions += 1;
        }
    }
    let facts = ["counts", "dates", "awards", "citations"].map(|name| case.rows(name).len());
    assert_eq!(regions, facts.iter().sum::<usize>());
    assert!(case.text("label-studio.xml").contains("<Label value=\"award\"/>"));
}

#[test]
fn annotations_point_at_their_words_in_the_source() {
    let case = case();
    let page = case.json("annotations.jsonld");
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    let items = page["items"].as_array().unwrap();
    let apart: Vec<&Value> = items.iter().filter(|item| item["target"]["source"] == "c%3A%20d.txt").collect();
    let exact = |item: &Value| item["target"]["selector"][1]["exact"].as_str().unwrap().to_owned();
    assert!(apart.iter().any(|item| exact(item) == "2.833"), "{apart:?}");
    let source: Vec<char> =
        std::fs::read_to_string(case.folder.path().join("in/c: d.txt")).unwrap().chars().collect();
    for item in &apart {
        let place = &item["target"]["selector"][0];
        let at = |name: &str| usize::try_from(place[name].as_u64().unwrap()).unwrap();
        assert_eq!(source[at("start")..at("end")].iter().collect::<String>(), exact(item));
    }
    let mut ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    let fields: Value = serde_json::from_str(items[0]["body"][1]["value"].as_str().unwrap()).unwrap();
    assert!(fields["rule"].is_string() && fields.get("quote").is_none(), "{fields}");
}

#[test]
fn the_archive_for_brat_is_read_by_its_rules() {
    let case = case();
    python("brat.py", &[case.out().join("brat.zip").to_str().unwrap(), "4"]);
}

#[test]
fn nothing_to_mark_is_still_well_formed() {
    let case = Case::new(&[("a.txt", b"\0"), ("b.txt", EMPTY), ("c.txt", b"\0")]);
    case.run();
    assert_eq!(case.json("annotations.jsonld")["items"], Value::Array(Vec::new()));
    assert_eq!(case.json("label-studio.json").as_array().unwrap().len(), 1);
}
