# Runs the README's program in a fresh folder: it finds its one article, marked.
set(folder ${CMAKE_CURRENT_BINARY_DIR}/readme_example_run)
file(REMOVE_RECURSE ${folder})
file(MAKE_DIRECTORY ${folder})
execute_process(COMMAND ${program} WORKING_DIRECTORY ${folder} OUTPUT_VARIABLE said
  COMMAND_ERROR_IS_FATAL ANY)
if(NOT said MATCHES "^Ministers meet in New Delhi: .*<b>Lavrov</b>.*<b>New START</b>")
  message(FATAL_ERROR "The README's program said: ${said}")
endif()
