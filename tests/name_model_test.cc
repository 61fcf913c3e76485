// The sequence model: its labels, its file, its training.

#include <dateline/error.h>
#include <dateline/name_model.h>
#include <doctest/doctest.h>
#include <xxhash.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "index/names/candidates.h"
#include "index/names/crf/augmentation.h"
#include "index/names/crf/decoder.h"
#include "index/names/crf/labels.h"
#include "index/names/crf/model.h"
#include "index/names/crf/sequence_tagger.h"
#include "index/names/crf/trainer.h"
#include "index/names/crf/training_data.h"
#include "index/names/gazetteer/gazetteer.h"
#include "index/names/lexicon.h"
#include "tests/testing.h"

namespace {

using dateline::Error;
using dateline::ErrorCode;
using dateline::LabelledName;
using dateline::LabelledText;
using dateline::NameKind;
using dateline::names::Gazetteer;
using dateline::names::Lexicon;
using dateline::names::NameSpan;
using dateline::names::SequenceTagger;
using namespace dateline::names::crf;
using dateline::testing::TempDir;

const Lexicon& lexicon() {
  static const Lexicon words;
  return words;
}

// "Paris=place; Russian=demonym".
std::string found_in(const SequenceTagger& tagger, const std::string& text) {
  const auto tokens = tokenize(text, lexicon());
  std::string found;
  for (const NameSpan& span :
       tagger.tag(text, tokens, find_candidates(text, tokens, lexicon()))) {
    if (!found.empty()) found += "; ";
    found += text.substr(tokens[span.first].begin,
                         tokens[span.last - 1].end - tokens[span.first].begin);
    found += '=';
    found += span.is_demonym ? "demonym" : to_string(span.kind);
  }
  return found;
}

// The names in square brackets, with their kinds: "[Rome|place]".
LabelledText labelled(const std::string& marked) {
  LabelledText text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] != '[') {
      text.text += marked[i];
      continue;
    }
    const auto bar = marked.find('|', i);
    const auto end = marked.find(']', i);
    LabelledName name;
    name.begin = text.text.size();
    text.text += marked.substr(i + 1, bar - i - 1);
    name.end = text.text.size();
    const auto kind = marked.substr(bar + 1, end - bar - 1);
    name.is_demonym = kind == "demonym";
    name.kind = dateline::parse_name_kind(kind).value_or(NameKind::kPlace);
    text.names.push_back(name);
    i = end;
  }
  return text;
}

std::vector<LabelledText> small_corpus() {
  const char* const kTexts[] = {
      "[Vera Molnar|person] of [Brenta Mills|org] flew to [Ostrava|place] on Monday. "
      "\"We pay,\" said [Molnar|person], whom [Czech|demonym] papers praised.",
      "The [Lenz Treaty|thing] was signed in [Graz|place] by [Ivo Kranz|person], head "
      "of the [Alpine Water Board|org]. [Kranz|person] left for [Linz|place].",
      "[Graz|place] (population 290,000) hosts the [Styria Cup|thing]. [Brenta|org] "
      "pays for it, [Anna Lenz|person] said in [Graz|place].",
      "Police in [Linz|place] held [Otto Brand|person], 41, of [Brand & Sons|org]. "
      "The [Austrian|demonym] court freed [Brand|person].",
  };
  std::vector<LabelledText> texts;
  for (const char* text : kTexts) texts.push_back(labelled(text));
  return texts;
}

TEST_CASE("name model: which label may follow which") {
  const auto person = [](Part part) { return label_of(0, part); };
  const auto place = [](Part part) { return label_of(2, part); };
  struct {
    Label label;
    Label next;
    bool may;
  } const cases[] = {
      {kOutside, kOutside, true},
      {kOutside, person(Part::kBegin), true},
      {kOutside, person(Part::kUnit), true},
      {kOutside, person(Part::kInside), false},
      {kOutside, person(Part::kLast), false},
      {person(Part::kBegin), person(Part::kInside), true},
      {person(Part::kBegin), person(Part::kLast), true},
      {person(Part::kBegin), place(Part::kLast), false},
      {person(Part::kBegin), kOutside, false},
      {person(Part::kInside), person(Part::kBegin), false},
      {person(Part::kLast), kOutside, true},
      {person(Part::kLast), place(Part::kUnit), true},
      {person(Part::kUnit), person(Part::kLast), false},
  };
  for (const auto& c : cases) {
    CAPTURE(int{c.label});
    CAPTURE(int{c.next});
    CHECK(may_follow(c.label, c.next) == c.may);
  }
}

// Keys whose buckets and fingerprints collide as they do in real models.
std::vector<KeyedRow> many_rows(std::size_t count) {
  std::vector<KeyedRow> rows(count);
  std::uint32_t key = 12345;
  for (std::size_t i = 0; i < count; ++i) {
    key = key * 1664525u + 1013904223u;
    rows[i].key = key;
    for (std::size_t k = 0; k < kNameLabels; ++k)
      rows[i].row[k] = static_cast<std::int8_t>((i * 31 + k * 7) % 255 - 127);
  }
  return rows;
}

TEST_CASE("name model: every row is found again, few others are") {
  for (const std::size_t count : {0u, 1u, 7u, 8u, 9u, 20'000u}) {
    CAPTURE(count);
    const auto rows = many_rows(count);
    const std::string bytes = build_model(rows, {}, 24);
    const Model model(bytes);
    CHECK(model.scale() == 24);
    CHECK(model.row_count() <= count);
    CHECK(count - model.row_count() <= count / 1000);
    std::size_t wrong = 0;
    for (const KeyedRow& row : rows) {
      const Row* found = model.find(row.key);
      REQUIRE(found != nullptr);
      wrong += *found != row.row;
    }
    CHECK(wrong <= count / 1000);
    std::size_t others = 0;
    for (std::uint32_t key = 0; key < 100'000; ++key)
      others += model.find(key * 2654435761u) != nullptr;
    CHECK(others < 100);
  }
}

TEST_CASE("name model: a damaged file is refused") {
  const std::string good = build_model(many_rows(100), {}, 24);
  const auto code_of = [](const std::string& bytes) {
    try {
      const Model model(bytes);
      return std::string("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kCorrupt);
      return std::string(error.what());
    }
  };
  CHECK(code_of(good) == "accepted");
  CHECK(code_of("") == "The name model is cut off.");
  CHECK(code_of(good.substr(0, good.size() - 1)) ==
        "The name model is damaged: its size is wrong.");
  CHECK(code_of(std::string(10'000, 'x')) == "The file is no name model.");
  for (std::size_t at = 0; at < good.size(); at += 61) {
    CAPTURE(at);
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    CHECK(code_of(bad) != "accepted");
  }
}

TEST_CASE("name model: files that are none") {
  const TempDir folder;
  const auto code_of = [](const std::filesystem::path& path) {
    try {
      Model::load(path);
      return ErrorCode::kInternal;
    } catch (const Error& error) {
      CHECK(std::string(error.what()).starts_with(path.string() + ": "));
      return error.code();
    }
  };
  CHECK(code_of(folder.path() / "none") == ErrorCode::kNotFound);
  CHECK(code_of(folder.path()) == ErrorCode::kIo);
  const auto empty = folder.path() / "empty";
  std::ofstream(empty).close();
  CHECK(code_of(empty) == ErrorCode::kCorrupt);
}

TEST_CASE("name model: sums of rows, in bytes with signs") {
  KeyedRow row{.key = 77};
  for (std::size_t i = 0; i < kNameLabels; ++i)
    row.row[i] = static_cast<std::int8_t>(i % 2 == 0 ? -128 : 127);
  const std::string bytes = build_model(std::vector{row}, {}, 24);
  const std::vector<std::uint32_t> keys(Features::kMost, row.key);
  const Model model(bytes);
  Model::Rows rows;
  model.fetch(keys);
  model.find(keys, rows);
  Emission sums{};
  Model::add(rows, sums);
  for (std::size_t i = 0; i < kNameLabels; ++i)
    CHECK(sums[i] == (i % 2 == 0 ? -128 : 127) * int{Features::kMost});
}

TEST_CASE("name model: what it was trained on, it finds") {
  const TempDir folder;
  const auto file = folder.path() / "small.dnm";
  std::ofstream(file, std::ios::binary) << train_name_model(small_corpus());
  const SequenceTagger tagger(lexicon(), Gazetteer::english(), Model::load(file));
  CHECK(found_in(tagger,
                 "Vera Molnar of Brenta Mills flew to Ostrava on Monday. \"We pay,\" "
                 "said Molnar, whom Czech papers praised.") ==
        "Vera Molnar=person; Brenta Mills=org; Ostrava=place; Molnar=person; "
        "Czech=demonym");
  CHECK(found_in(tagger, "") == "");
  CHECK(found_in(tagger, "nothing here is written with capitals") == "");
}

TEST_CASE("name model: the same texts give the same bytes") {
  std::vector<double> told;
  const std::string model = train_name_model(
      small_corpus(),
      {.epochs = 3, .least_weight = 0.05, .progress = [&](auto, double part_done) {
         told.push_back(part_done);
       }});
  CHECK(model == train_name_model(small_corpus(), {.epochs = 3, .least_weight = 0.05}));
  CHECK(model != train_name_model(small_corpus(), {.epochs = 4, .least_weight = 0.05}));
  REQUIRE(!told.empty());
  CHECK(told.back() == 1.0);
}

// Sites with made-up features, some of which go with a label.
TrainingText made_up_text(std::uint32_t sites, std::uint32_t rows) {
  TrainingText text;
  std::uint32_t random = 7;
  const auto next = [&] { return (random = random * 1664525u + 1013904223u) >> 8; };
  const Label chain[] = {kOutside, label_of(0, Part::kBegin), label_of(0, Part::kLast),
                         label_of(2, Part::kUnit), kOutside};
  for (std::uint32_t site = 0; site < sites; ++site) {
    text.labels.push_back(chain[site % 5]);
    text.joints.push_back(static_cast<Joint>(next() % kJoints));
    for (int i = 0; i < 12; ++i)
      text.text_rows.rows.push_back((next() % (rows / 8) * 8 + text.labels.back() % 8) %
                                    rows);
    text.text_rows.ends.push_back(text.text_rows.rows.size());
    text.label_rows.rows.push_back(next() % rows);
    text.label_rows.ends.push_back(text.label_rows.rows.size());
    if (site % 5 == 4) text.examples.push_back({site - 4, site + 1});
  }
  return text;
}

TEST_CASE("name model: weights are the same on every machine, to the last bit") {
  constexpr std::uint32_t kRows = 400;
  const TrainingText text = made_up_text(500, kRows);
  std::vector<Lesson> lessons;
  for (const Example& example : text.examples)
    for (const bool second_pass : {false, true})
      lessons.push_back({&text, example, second_pass});
  Trainer trainer(kRows, {.epochs = 4});
  trainer.train(lessons, {});
  XXH64_hash_t hash = XXH3_64bits(&trainer.transitions(), sizeof trainer.transitions());
  for (std::uint32_t row = 0; row < kRows; ++row)
    hash = XXH3_64bits_withSeed(trainer.weights(row).data(), sizeof(Trainer::Weights),
                                hash);
  CHECK(hash == 2602849599464791470u);
}

TEST_CASE("name model: labels that are no spans of their text") {
  const std::vector<LabelledName> cases[] = {
      {{3, 99, NameKind::kPlace}},
      {{3, 3, NameKind::kPlace}},
      {{5, 3, NameKind::kPlace}},
      {{3, 7, NameKind::kPlace}, {6, 8, NameKind::kPlace}},
      {{6, 8, NameKind::kPlace}, {3, 5, NameKind::kPlace}},
  };
  for (const auto& names : cases) {
    CAPTURE(names.front().begin);
    try {
      train_name_model(std::vector{LabelledText{.text = "In Rome.", .names = names}});
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kInvalidArgument);
    }
  }
}

TEST_CASE("name model: texts to learn from, as others would write them") {
  const LabelledText text = labelled(
      "[Vera Molnar|person] met [A. Lee|person] in [Ostrava|place]. "
      "[Vera Molnar|person] left.");
  const LabelledText capitals = in_capitals(text);
  CHECK(capitals.text == "VERA MOLNAR MET A. LEE IN OSTRAVA. VERA MOLNAR LEFT.");
  CHECK(capitals.names == text.names);

  const LabelledText renamed = with_place_names(text);
  std::vector<std::string> surfaces;
  for (const LabelledName& name : renamed.names)
    surfaces.push_back(renamed.text.substr(name.begin, name.end - name.begin));
  REQUIRE(surfaces.size() == 4);
  CHECK(surfaces[0] != "Vera Molnar");
  CHECK(surfaces[0].ends_with(" Molnar"));
  CHECK(surfaces[1] == "A. Lee");
  CHECK(surfaces[2] == "Ostrava");
  CHECK(surfaces[3] == surfaces[0]);
  CHECK(renamed.text ==
        surfaces[0] + " met A. Lee in Ostrava. " + surfaces[0] + " left.");
}

// The contract of tag(): in order, within the text, none empty or overlapping.
void check_contract(const SequenceTagger& tagger, const std::string& text) {
  const auto tokens = tokenize(text, lexicon());
  const auto spans = tagger.tag(text, tokens, find_candidates(text, tokens, lexicon()));
  std::size_t end = 0;
  for (const NameSpan& span : spans) {
    REQUIRE(span.first >= end);
    REQUIRE(span.first < span.last);
    REQUIRE(span.last <= tokens.size());
    REQUIRE(span.score >= 0.5);
    REQUIRE(span.score <= 1.0);
    end = span.last;
  }
}

TEST_CASE("name model: hostile texts") {
  const SequenceTagger tagger(lexicon());
  std::string capitals;
  for (int i = 0; i < 20'000; ++i) capitals += i % 3 == 0 ? "A-" : "Bb, ";
  check_contract(tagger, capitals);
  check_contract(tagger, std::string(100'000, 'A'));
  check_contract(tagger, std::string("\xff\xfe\x00Zz\xc3", 6));
  std::string mixed;
  for (int i = 0; i < 5'000; ++i) mixed += static_cast<char>(i * 7919 % 256);
  check_contract(tagger, mixed);
  // So that spans are looked at, too.
  std::string names;
  for (int i = 0; i < 2'000; ++i) names += "Sergei Lavrov flew to Moscow,";
  check_contract(tagger, names);
  CHECK(found_in(tagger, names).starts_with("Sergei Lavrov=person"));
}

TEST_CASE("name model: the library's own") {
  const SequenceTagger tagger(lexicon());
  CHECK(
      found_in(tagger,
               "BRUSSELS (Reuters) - Russian Foreign Minister Sergei Lavrov met Antony "
               "Blinken of the State Department in New Delhi on Thursday.") ==
      "BRUSSELS=place; Reuters=org; Russian=demonym; Sergei Lavrov=person; Antony "
      "Blinken=person; State Department=org; New Delhi=place");
  const std::string text = "Mr. Lavrov said in Moscow that he would resign.";
  const auto tokens = tokenize(text, lexicon());
  const auto spans =
      tagger.tag(text, tokens, find_candidates(text, tokens, lexicon()), true);
  REQUIRE(spans.size() == 2);
  for (const NameSpan& span : spans) {
    CHECK(span.why != "");
    CHECK(span.score > 0.5);
    CHECK(span.score <= 1);
  }
}

}  // namespace
