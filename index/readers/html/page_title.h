// The headline of a page.

#pragma once

#include <string>
#include <string_view>

#include "index/readers/html/page.h"

namespace dateline::readers::html {

/// The headline that the page shows where it says the same as its metadata, else that
/// of the metadata, else <title>; without the outlet's name behind it ("Headline |
/// Outlet").
std::string find_title(const Page& page);

/// `title` without " | Outlet", " - Outlet" and the like at its end. `site` is the
/// outlet's name, or empty: then only a short end behind "|" goes.
std::string without_site(std::string title, std::string_view site);

/// The outlet as <title> names it behind `title`; empty when it does not.
std::string find_site(const Page& page, std::string_view title);

}  // namespace dateline::readers::html
