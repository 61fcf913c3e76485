// The text in the parts of a message.

#pragma once

#include <gmime/gmime.h>

#include <string>

namespace dateline::readers {

/// What there is to read in a message, UTF-8 without control characters; `html` is as
/// the sender wrote it.
struct MailText {
  std::string plain{};
  std::string html{};
};

/// Collects what is shown of a part and of those in it; of alternatives the plainest.
MailText read_mail_parts(GMimeObject* part);

}  // namespace dateline::readers
