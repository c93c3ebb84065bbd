use super::identify;
use crate::canon::{Home, When};
use crate::fact::{Identity, Level};
use crate::lexicon::Lexicon;
use jiff::civil::date;

fn in_province(name: &str, id: &str, year: i16) -> Identity {
    let lexicon = Lexicon::new();
    let province = lexicon.provinces.iter().position(|p| p.id == id);
    let day = date(year, 8, 1);
    let home = Home { province, day: Some((day, day)) };
    identify(&lexicon, name, When::of_document(home.day), &home, true)
}

fn alone(name: &str) -> Identity {
    in_province(name, "none", 2019)
}

#[track_caller]
fn check(found: &Identity, body: &str, level: Option<Level>, province: &str) {
    assert_eq!((found.body.as_str(), found.level, found.province.as_str()), (body, level, province));
}

#[test]
fn a_named_province_gives_its_code() {
    let province = Some(Level::Province);
    check(&alone("Uỷ ban nhân dân tỉnh Hoà Bình"), "provincial_people_committee", province, "17@2004");
    check(&alone("Tỉnh ủy Bình Dương"), "provincial_party_committee", province, "74@2004");
    check(&alone("Sở Nông nghiệp và PTNT tỉnh Đắc Lắc"), "department", province, "66@2004");
    check(&alone("Hội LHPN tỉnh Thừa Thiên - Huế"), "women_union", province, "46@2004");
    check(&alone("LĐLĐ TPHCM"), "union_provincial", province, "79@2004");
    check(
        &alone("UBND huyện Hoài Nhơn (Bình Định)"),
        "district_people_committee",
        Some(Level::District),
        "52@2004",
    );
    check(
        &in_province("UBND tỉnh Lào Cai", "none", 2026),
        "provincial_people_committee",
        province,
        "15@2025",
    );
}

#[test]
fn an_unnamed_province_is_the_documents_own() {
    let province = Some(Level::Province);
    check(&in_province("UBND tỉnh", "yen_bai", 2019), "provincial_people_committee", province, "15@2004");
    check(
        &in_province("Huyện ủy", "yen_bai", 2019),
        "district_party_committee",
        Some(Level::District),
        "15@2004",
    );
    check(&alone("UBND tỉnh"), "provincial_people_committee", province, "");
    check(&in_province("Thủ tướng Chính phủ", "yen_bai", 2019), "prime_minister", Some(Level::Central), "");
    check(&in_province("Hội Nông dân", "yen_bai", 2019), "farmers_union", None, "");
}

#[test]
fn the_level_of_a_city_is_that_of_its_name() {
    let (province, district) = (Some(Level::Province), Some(Level::District));
    check(&alone("UBND thành phố Đà Nẵng"), "provincial_people_committee", province, "48@2004");
    check(&alone("UBND thành phố Vinh"), "district_people_committee", district, "");
    check(&alone("UBND TP Hà Giang"), "district_people_committee", district, "02@2004");
    check(&alone("UBND TP. Huế"), "district_people_committee", district, "46@2004");
    check(
        &in_province("UBND thành phố Huế", "none", 2025),
        "provincial_people_committee",
        province,
        "46@2025",
    );
    check(&in_province("Thành ủy", "hai_phong", 2019), "city_party_committee", province, "31@2004");
    check(&in_province("Thành ủy", "nghe_an", 2019), "city_party_committee", district, "40@2004");
    check(&alone("UBND thành phố"), "people_committee", None, "");
    check(&alone("Công an thành phố Vinh"), "police_province", district, "");
}

#[test]
fn levels_stand_in_the_words() {
    check(&alone("Trung ương Hội LHPN Việt Nam"), "women_union", Some(Level::Central), "");
    check(&alone("Ủy ban MTTQ Việt Nam huyện Yên Khê"), "fatherland_front_local", Some(Level::District), "");
    check(&alone("Đảng ủy xã Nà Phòn"), "grassroots_party_committee", Some(Level::Commune), "");
    check(&alone("Đảng uỷ Sở Nội vụ"), "grassroots_party_committee", Some(Level::Unit), "");
    check(&alone("Bộ trưởng Bộ Y tế"), "min_moh", Some(Level::Central), "");
    check(&alone("Chủ tịch UBND xã"), "commune_people_committee", Some(Level::Commune), "");
}

#[test]
fn smaller_places_and_words_are_no_province() {
    assert_eq!(alone("UBND xã Hòa Bình").province, "");
    assert_eq!(alone("UBND huyện An Giang").province, "");
    assert_eq!(alone("Hội Nông dân Bình Dương").province, "");
    assert_eq!(alone("Công ty Thái Bình Dương"), Identity::default());
    assert_eq!(alone("hòa bình"), Identity::default());
}

#[test]
fn other_states_have_governments_too() {
    assert_eq!(alone("Chính phủ Nhật Bản"), Identity::default());
    assert_eq!(alone("Chủ tịch nước Lào"), Identity::default());
    check(&alone("Thủ tướng Nguyễn Xuân Phúc"), "prime_minister", Some(Level::Central), "");
    check(&alone("Chính phủ"), "government", Some(Level::Central), "");
}

#[test]
fn a_person_is_no_body_and_a_place_has_a_level() {
    let lexicon = Lexicon::new();
    let to = |name: &str| identify(&lexicon, name, When::in_year(2019, None), &Home::default(), false);
    assert_eq!(to("Phó Chủ tịch Hội Nông dân tỉnh").body, "");
    assert_eq!(to("Chủ tịch UBND tỉnh").body, "");
    assert_eq!(to("Thủ tướng Nguyễn Xuân Phúc").body, "");
    check(&to("xã Nà Phòn"), "", Some(Level::Commune), "");
    check(&to("tỉnh Hà Giang"), "", Some(Level::Province), "02@2004");
    check(&to("Tập thể Ban Dân vận Tỉnh uỷ"), "provincial_mass_board", Some(Level::Province), "");
    check(&to("12 cá nhân"), "", None, "");
}
