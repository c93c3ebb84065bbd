use super::Page;
use crate::output::draft::Draft;
use crate::output::summary::Settings;
use crate::record::Totals;

#[test]
fn a_run_without_documents_has_a_whole_page() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings::default();
    let mut draft = Draft::create(folder.path(), "p.html").unwrap();
    Page::new().write(&Totals::default(), "0a", &settings, &mut draft).unwrap();
    draft.flush().unwrap();
    let page = std::fs::read_to_string(draft.place().unwrap()).unwrap();
    for name in ["problems", "index", "texts"] {
        assert!(page.contains(&format!("id=\"data-{name}\">[]</script>")), "{name}");
    }
    assert!(page.trim_end().ends_with("</html>"));
}
