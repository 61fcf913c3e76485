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

  const Transitions<std::int16_t>& transitions() const { return transitions_; }
  std::uint32_t scale() const { return scale_; }
  std::size_t row_count() const { return row_count_; }

 private:
  std::size_t bucket_count_ = 0;
  std::size_t row_count_ = 0;
  std::uint32_t scale_ = 1;
  const std::uint16_t* fingerprints_ = nullptr;
  const Row* rows_ = nullptr;
  Transitions<std::int16_t> transitions_{};
};

}  // namespace dateline::names::crf
