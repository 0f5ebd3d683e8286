//! Reading whole files: what becomes of good and of bad input.

use jiff::civil::date;
use newsgraph_article::{ArticleError, Input, MetadataRecord, read_article};
use newsgraph_model::{Article, PublishedOrigin, RegionKind, TextIndex};
use proptest::prelude::*;

const DAM: &str = "Dam bursts in the north\n\nTuesday, March 3, 2020\n\nVillages were flooded when a dam gave way.";

fn read(text: &str) -> Article {
    read_article(
        text.as_bytes(),
        Input {
            id: "dam",
            metadata: None,
            date: None,
        },
    )
    .expect("the text is a good article")
}

#[test]
fn the_text_stays_as_it_is() {
    let text = DAM.replace('\n', "\r\n");
    let article = read(&format!("\u{feff}{text}"));
    assert_eq!(article.text, text);
    assert_eq!(
        article.metadata.title.as_deref(),
        Some("Dam bursts in the north")
    );
    assert_eq!(article.metadata.sha256.len(), 64);
}

#[test]
fn the_day_comes_from_metadata_then_the_option_then_the_text() {
    let record = MetadataRecord {
        id: "dam".to_owned(),
        published: Some(date(2021, 1, 1)),
        ..MetadataRecord::default()
    };
    let day_of = |metadata, option| {
        let input = Input {
            id: "dam",
            metadata,
            date: option,
        };
        let article = read_article(DAM.as_bytes(), input).unwrap();
        (
            article.metadata.published,
            article.metadata.published_origin,
        )
    };
    let option = Some(date(2022, 2, 2));
    assert_eq!(
        day_of(Some(&record), option),
        (record.published, Some(PublishedOrigin::Metadata))
    );
    assert_eq!(
        day_of(None, option),
        (option, Some(PublishedOrigin::Option))
    );
    assert_eq!(
        day_of(None, None),
        (Some(date(2020, 3, 3)), Some(PublishedOrigin::Text))
    );
}

#[test]
fn a_dateline_with_a_year_tells_the_day() {
    let article = read("Dam bursts\n\nLIMA, March 3, 2020 (Reuters) - Villages were flooded.");
    assert_eq!(article.metadata.published, Some(date(2020, 3, 3)));
    assert_eq!(
        article.metadata.published_origin,
        Some(PublishedOrigin::Dateline)
    );
    let article = read("Dam bursts\n\nLIMA, March 3 (Reuters) - Villages were flooded.");
    assert_eq!(article.metadata.published, None);
}

#[test]
fn a_line_of_megabytes_is_read_in_linear_time() {
    let line = "The dam of the north gave way. ".repeat(200_000);
    let article = read(&line);
    assert_eq!(article.regions.len(), 1);
    assert_eq!(article.regions[0].kind, RegionKind::Body);
}

#[test]
fn a_control_file_is_refused() {
    let input = Input {
        id: "x",
        metadata: None,
        date: None,
    };
    assert_eq!(read_article(b"", input).unwrap_err(), ArticleError::Empty);
}

/// Lines of the kinds that news pages have, so that the rules meet in every order.
fn page() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "\\PC{0,60}",
        Just("By Ana Ruiz".to_owned()),
        Just("LIMA (AP) — Two men were held.".to_owned()),
        Just("3 March 2020".to_owned()),
        Just("Ñandú in Perú. Photo: José/AFP".to_owned()),
        Just("Read more: talks".to_owned()),
        Just("Thursday, March 5, 2020 On Tuesday, the port closed.".to_owned()),
        Just("Old grievances".to_owned()),
        Just(String::new()),
    ];
    (prop::collection::vec(line, 0..12), "(\n|\r\n|\n\n|\r)")
        .prop_map(|(lines, end)| lines.join(&end))
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_article(&bytes, Input { id: "x", metadata: None, date: None });
    }

    #[test]
    fn regions_are_in_order_and_cover_all_but_white_space(text in page()) {
        let Ok(article) = read_article(text.as_bytes(), Input { id: "x", metadata: None, date: None }) else {
            return Ok(());
        };
        let index = TextIndex::new(&article.text);
        let mut covered_to = 0;
        for region in &article.regions {
            let gap = newsgraph_model::Span::new(covered_to, region.span.start());
            prop_assert!(region.span.start() >= covered_to);
            prop_assert!(index.slice(gap).trim().is_empty(), "{:?} is in no region", index.slice(gap));
            let words = index.slice(region.span);
            prop_assert!(!words.is_empty() && words.trim() == words, "{words:?}");
            covered_to = region.span.end();
        }
        let rest = newsgraph_model::Span::new(covered_to, index.characters());
        prop_assert!(index.slice(rest).trim().is_empty());
    }
}
