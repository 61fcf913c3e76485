// A trained model: a hash table from features to rows of weights, as it lies in its
// file, and the weights of the transitions.

#pragma once

#include "index/names/crf/labels.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::names::crf {

/// The weights of one feature, one a label of names; that of kOutside is 0.
using Row = std::array<std::int8_t, kNameLabels>;

/// A feature's key with its weights, before they are a model.
struct KeyedRow {
  std::uint32_t key = 0;
  Row row{};
};

/// The bytes of a model's file. `scale` is how many steps of the weights are 1.0. Of
/// rows that a look-up could not tell apart the first stays.
std::string build_model(std::span<const KeyedRow> rows,
                        const Transitions<std::int16_t>& transitions,
                        std::uint32_t scale);

inline constexpr std::int32_t kNever = -(1 << 29);  ///< The score of no path.
inline constexpr std::size_t kEnds = 1 + 2 * kKinds;
inline constexpr std::size_t kEndsPadded = 12;  ///< Three SSE registers.

/// The transitions as PathFinder reads them. Labels that no name is open after
/// (outside, last, unit) and those that start none inside another (outside, begin,
/// unit) are numbered from 0 to kEnds, the kinds in order.
struct PathWeights {
  struct JointWeights {
    std::array<std::array<std::int32_t, kEndsPadded>, kEnds> starts;  ///< [end][start]
    std::array<std::array<std::int32_t, kEndsPadded>, kEnds> ends;    ///< [start][end]
    std::array<std::int32_t, kKinds> begin_inside;
    std::array<std::int32_t, kKinds> begin_last;
    std::array<std::int32_t, kKinds> inside_inside;
    std::array<std::int32_t, kKinds> inside_last;
  };

  PathWeights() = default;
  explicit PathWeights(const Transitions<std::int16_t>& transitions);

  std::array<JointWeights, kJoints> joints;
  std::array<std::int32_t, kEndsPadded> final;  ///< From each end to what follows.
};

/// The sums of the weights of one site, one a label of names.
using Emission = std::array<std::int16_t, kNameLabels>;

/// A look at the bytes of a model; they have to outlive it. Immutable.
///
/// Features are looked up as in a Swiss table: eight fingerprints of 16 bits a bucket,
/// compared in one step. One look-up in ten thousand finds the row of another feature,
/// the same one on every machine.
class Model {
 public:
  /// Throws Error kCorrupt when `bytes` are not a whole model of this version. Those
  /// that come with the library are `trusted`: not read through for their checksum.
  explicit Model(std::string_view bytes, bool trusted = false);

  /// The model of the library.
  static const Model& english();

  /// Maps a file; throws Error kNotFound, kIo and, as above, kCorrupt.
  static std::shared_ptr<const Model> load(const std::filesystem::path& file);

  /// Null where the feature has no weights.
  const Row* find(std::uint32_t key) const;

  static constexpr std::size_t kMostKeys = 128;

  /// The rows of up to kMostKeys features.
  struct Rows {
    std::array<const Row*, kMostKeys> rows;
    std::size_t count = 0;
  };

  // Summing the weights of features goes in three steps. What each needs comes from
  // memory while a caller takes other features through the one before.

  /// Has what find() looks at fetched from memory.
  void fetch(std::span<const std::uint32_t> keys) const;

  /// Finds the rows of up to kMostKeys features, and has them fetched.
  void find(std::span<const std::uint32_t> keys, Rows& rows) const;

  /// Adds the weights in `rows` to `sums`.
  static void add(const Rows& rows, Emission& sums);

  const PathWeights& path_weights() const { return path_weights_; }
  std::uint32_t scale() const { return scale_; }
  std::size_t row_count() const { return row_count_; }
  std::uint64_t checksum() const { return checksum_; }

 private:
  const Row* find_or_zero(std::uint32_t key) const;
  const Row* find_beyond(std::uint32_t key, std::size_t bucket) const;

  std::size_t bucket_count_ = 0;
  std::size_t row_count_ = 0;
  std::uint64_t checksum_ = 0;
  std::uint32_t scale_ = 1;
  const std::uint16_t* fingerprints_ = nullptr;
  const std::uint32_t* first_rows_ = nullptr;  // By bucket.
  const Row* rows_ = nullptr;
  PathWeights path_weights_;
};

}  // namespace dateline::names::crf
