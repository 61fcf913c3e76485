// THE table: every term prefix, value slot and metadata key of an index, and the only
// place that knows them. It is a file format: a change here is a new schema version.
//
//   prefix           term                                            positions
//   -                word as written, folded                         yes
//   Z                its stem                                        no
//   S, ZS            the same for words of the title                 yes, no
//   XC:              word in capitals, case kept: XC:START           that of the word
//   Q                article id
//   A XSRC: U J L K  author, source, URL, site, language, topic
//   D M Y            published: D20230302 M202303 Y2023
//   XMD: XMM: XMY:   the finest of day, month and year that has all of a mentioned
//                    period, and every coarser one
//   XMP:             a mentioned period that is none of the three, by its first and its
//                    last day: XMP:20220101-20220331
//   XPER: XORG: XLOC: XTHG:   a name of the article, folded
//   XDEM:            a country mentioned only by its demonym
//   XLN:             a line that its source may print under other articles, too
//
// Positions are metadata: see positions/position_chunk.h. Up to version 3 they were in
// Xapian's own table.
//
// Words of the title also count as words of the article: they stand, without prefix,
// before the body, with a gap of kTitleGap positions between. Positions count from
// kFirstPosition.

#pragma once

#include <dateline/annotate.h>
#include <dateline/fields.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::schema {

/// 2: document records of version 2. 3: mentioned periods, where there were days,
/// months and years only; what copies are known by. 4: positions in chunks. Older
/// versions are read with what they have.
inline constexpr int kVersion = 4;

/// Not 0: a glass position table cannot tell the positions 0 and 1 from 1 alone.
inline constexpr std::uint32_t kFirstPosition = 1;

/// Positions between the last word of the title and the first of the body: more than
/// any phrase or window that a query may ask for.
inline constexpr std::uint32_t kTitleGap = 1000;

/// Xapian's limit for a term is 245 bytes; longer ones are cut and hashed.
inline constexpr std::size_t kMaxTermBytes = 240;

namespace slot {
inline constexpr std::uint32_t kPublished = 0;  ///< Xapian::sortable_serialise'd days.
inline constexpr std::uint32_t kSource = 1;     ///< As written.
inline constexpr std::uint32_t kNames = 2;      ///< pack_name_ids().
inline constexpr std::uint32_t kMentioned = 3;  ///< pack_periods().
inline constexpr std::uint32_t kFingerprint = 4;    ///< duplicates::pack().
inline constexpr std::uint32_t kLength = 5;         ///< Words, sortable_serialise'd.
inline constexpr std::uint32_t kPublishedDate = 6;  ///< pack_dates() of one Date, with
                                                    ///< its precision.
inline constexpr std::uint32_t kAuthors = 7;        ///< pack_strings().
inline constexpr std::uint32_t kTopics = 8;         ///< pack_strings().
inline constexpr std::uint32_t kLanguage = 9;       ///< As written.
inline constexpr std::uint32_t kOwnBounds = 10;  ///< Of an article whose day is that of
                                                 ///< a copy: pack_strings() of its own
                                                 ///< bounds and their reason.
inline constexpr std::uint32_t kCount = 11;      ///< Slots that there are.
}  // namespace slot

namespace metadata {
inline constexpr std::string_view kSchemaVersion = "dateline.schema";
inline constexpr std::string_view kDatelineVersion = "dateline.version";
inline constexpr std::string_view kXapianVersion = "dateline.xapian";
inline constexpr std::string_view kLanguage = "dateline.language";
inline constexpr std::string_view kAnalysis = "dateline.analysis";
inline constexpr std::string_view kStems = "dateline.stems";
inline constexpr std::string_view kEntities = "dateline.entities";
inline constexpr std::string_view kEntityRules = "dateline.entity_rules";
inline constexpr std::string_view kEntityResolver = "dateline.entity_resolver";
inline constexpr std::string_view kCopies = "dateline.copies";
inline constexpr std::string_view kNoTermlists = "dateline.no_termlists";
inline constexpr std::string_view kDictionary = "dateline.dictionary";
}  // namespace metadata

// Words. `word`, `stem` and `capitals` are as text::Analyzer gives them.
std::string word_term(std::string_view word);
std::string stem_term(std::string_view stem);
std::string title_word_term(std::string_view word);
std::string title_stem_term(std::string_view stem);
std::string capitals_term(std::string_view capitals);

/// Whether `term` is of a kind that has positions.
bool has_positions(std::string_view term);

/// The term of an article's id, kept as it is, and back; nullopt of one that was cut.
std::string id_term(std::string_view id);
std::optional<std::string_view> id_of_term(std::string_view term);

/// The term of a metadata value: kSource, kAuthor, kTopic, kLanguage, kSite, kUrl, kId.
/// Folded, but for ids and URLs.
std::string value_term(Field field, std::string_view value);

/// The site of a URL: "https://www.example.org:80/a" -> "example.org"; empty for none.
std::string site_of(std::string_view url);

/// The term of a name, by its folded text.
std::string name_term(NameKind kind, std::string_view text);

/// The term of a country mentioned by its demonym only.
std::string demonym_term(std::string_view country);

/// The term of a line by its regions::RepeatableLine::key.
std::string line_term(std::uint64_t key);

/// The same name in every segment, thread, index and machine: XXH3 of kind and folded
/// text.
std::uint64_t name_id(NameKind kind, std::string_view text);

/// name_term() and name_id() of a name, which is folded but once.
struct NameKey {
  std::string term;
  std::uint64_t id;
};
NameKey name_key(NameKind kind, std::string_view text);

/// The term of a publication or a mentioned date, by its precision.
std::string published_term(Date date);
std::string mentioned_term(Date date);

/// The terms of a mentioned period, which has both its days: those of the finest date
/// that holds it and of all coarser ones, and its own where it is no such date.
std::vector<std::string> mentioned_terms(const DateRange& period);

/// The term of a mentioned period that is no day, month or year, and back.
std::string mentioned_period_term(const DateRange& period);
std::optional<DateRange> period_of_term(std::string_view term);

/// `date` and every coarser date above it: 2023-03-02, 2023-03, 2023.
std::vector<Date> with_coarser(Date date);

// Slots. Packed forms are compact byte strings; unpacking damaged bytes gives nullopt,
// never more than was there.
std::string pack_name_ids(std::span<const std::uint64_t> ids);
std::optional<std::vector<std::uint64_t>> unpack_name_ids(std::string_view packed);
std::string pack_dates(std::span<const Date> dates);
std::optional<std::vector<Date>> unpack_dates(std::string_view packed);
/// Periods of full days; a day, month or year takes three bytes, others six. Reads what
/// pack_dates() wrote, too.
std::string pack_periods(std::span<const DateRange> periods);
std::optional<std::vector<DateRange>> unpack_periods(std::string_view packed);
std::string pack_strings(std::span<const std::string> strings);
std::optional<std::vector<std::string>> unpack_strings(std::string_view packed);

/// The longest prefix of `term` within kMaxTermBytes that ends on a character border,
/// with a hash of the rest behind it; `term` itself when it fits. A NUL counts twice.
std::string capped(std::string term);

}  // namespace dateline::schema
