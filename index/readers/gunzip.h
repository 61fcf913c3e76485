// The bytes of a stream, unpacked where they are gzip: to the last byte before a cut.

#pragma once

#include <zlib.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "index/readers/byte_stream.h"

namespace dateline::readers {

/// Members one behind the other are read as one (RFC 1952, section 2.2), and what is no
/// member behind them is passed over, as gzip(1) does. Other streams pass as they are.
/// libarchive's filter is not used, for it drops what it has unpacked before a cut.
class Gunzip final : public ByteStream {
 public:
  /// Reads the beginning. `packed` must outlive this. Throws Error where that does.
  explicit Gunzip(ByteStream& packed);
  bool is_gzip() const { return is_gzip_; }

  /// The first six bytes or more, all if there are fewer. Valid until the first read().
  std::string_view peek() const { return beginning_; }

  /// Throws Error when the stream fails or is cut or damaged, but only after all that
  /// could be unpacked has been given.
  std::string_view read() override;

 private:
  // What zlib allocates goes with it.
  struct Inflater : z_stream {
    ~Inflater() { inflateEnd(this); }
  };

  std::string_view unpack();
  void set_input(std::string input);
  void throw_failure() const;
  bool fill();
  bool begins_member();

  static constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

  ByteStream& packed_;
  bool is_gzip_ = false;
  std::string beginning_;  // Of what read() gives.
  bool beginning_read_ = false;
  std::string input_;  // Packed; zlib reads in it.
  Inflater zlib_{};
  bool in_member_ = false;
  bool at_end_ = false;
  int failure_ = 0;  // Of zlib, to be told behind what was unpacked; 0: none.
  std::array<char, kBlockBytes> block_;
};

}  // namespace dateline::readers
