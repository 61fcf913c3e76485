// The calls behind those that libiofault.so stands before.

#pragma once

#include <dlfcn.h>

namespace dateline::testing::iofault {

// The call of that name behind this one. Others than open() take no variable arguments,
// so that their types can be had from their declarations.
template <class Function>
Function* next_call(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace dateline::testing::iofault

#define NEXT(name)                                                      \
  ([] {                                                                 \
    static auto* const next =                                           \
        dateline::testing::iofault::next_call<decltype(::name)>(#name); \
    return next;                                                        \
  }())
