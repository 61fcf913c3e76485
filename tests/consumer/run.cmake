# Installs dateline into a scratch prefix, then builds and runs an application that
# finds it there: with find_package(), and with pkg-config and make.
set(scratch ${build}/installed_package)
set(prefix ${scratch}/prefix)
file(REMOVE_RECURSE ${scratch})
foreach(command
    "--install;${build};--prefix;${prefix}"
    "-G;${generator};-S;${CMAKE_CURRENT_LIST_DIR};-B;${scratch}/cmake;-DCMAKE_PREFIX_PATH=${prefix};-DCMAKE_CXX_FLAGS=${flags};-DCMAKE_CXX_COMPILER=${compiler}"
    "--build;${scratch}/cmake")
  execute_process(COMMAND ${CMAKE_COMMAND} ${command} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND ${scratch}/cmake/consumer ${scratch}/cmake.db
  COMMAND_ERROR_IS_FATAL ANY)

file(COPY ${CMAKE_CURRENT_LIST_DIR}/main.cc ${CMAKE_CURRENT_LIST_DIR}/Makefile
  DESTINATION ${scratch}/make)
execute_process(
  COMMAND ${CMAKE_COMMAND} -E env "PKG_CONFIG_PATH=${prefix}/${libdir}/pkgconfig" "CXXFLAGS=${flags}"
    make -C ${scratch}/make "CXX=${compiler}"
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${scratch}/make/consumer ${scratch}/make.db
  COMMAND_ERROR_IS_FATAL ANY)
