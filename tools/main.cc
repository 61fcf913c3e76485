#include <dateline/version.h>

#include <iostream>

int main() { std::cout << "dateline " DATELINE_VERSION "\n"; }
