# Includes point one way: tools -> query -> index. Fails on one that points back, on a
# tool or benchmark that looks into the library, and on Xapian in a public header.
cmake_policy(SET CMP0007 NEW)

function(forbid regex why)
  foreach(file IN LISTS ARGN)
    file(STRINGS ${file} wrong REGEX "#include [<\"](${regex})")
    if(wrong)
      message(SEND_ERROR "${file}: ${why}: ${wrong}")
    endif()
  endforeach()
endfunction()

file(GLOB_RECURSE index ${source}/index/*.h ${source}/index/*.cc)
file(GLOB_RECURSE query ${source}/query/*.h ${source}/query/*.cc)
file(GLOB_RECURSE tools ${source}/tools/*.h ${source}/tools/*.cc)
file(GLOB public ${source}/index/include/dateline/*.h ${source}/query/include/dateline/*.h)
file(GLOB dates ${source}/index/dates/*.h ${source}/index/dates/*.cc)
file(GLOB_RECURSE extraction ${source}/index/dates/* ${source}/index/duplicates/*
  ${source}/index/names/* ${source}/index/publication/* ${source}/index/regions/*
  ${source}/index/text/*)
file(GLOB parser ${source}/query/query_*)
list(FILTER parser EXCLUDE REGEX "/query_compiler")
list(FILTER extraction INCLUDE REGEX "\\.(h|cc)$")
file(GLOB query_headers RELATIVE ${source}/query/include ${source}/query/include/dateline/*.h)
list(JOIN query_headers "|" query_headers)

forbid("query/|tools/|${query_headers}" "index/ must not know query/ or tools/" ${index})
forbid("tools/" "query/ must not know tools/" ${query})
forbid("index/|query/|xapian" "tools/ may use <dateline/...> only" ${tools})
forbid("xapian|index/|query/" "a public header names only the library's own" ${public})
forbid("xapian|index/schema" "extraction knows no Xapian and no schema" ${extraction})
forbid("index/names|index/readers|index/text/([^e]|e[^i])"
  "dates/ stands alone, but for text/eight_bytes.h" ${dates})
forbid("xapian|index/schema|index/database" "the parser knows no index" ${parser})
file(GLOB corpus ${source}/corpus/*.h ${source}/corpus/*.cc)
forbid("dateline/|index/|query/|xapian" "corpus/ needs the standard library only" ${corpus})
