#pragma once

#include <string>
#include <vector>

namespace quotary {

// One place as the text gives it, the smallest part first: {"Kazan", "Russia"}, {"Jackson", "Ga."}.
// Written in capitals in datelines ("KAZAN"), kept here as names are written ("Kazan").
struct Place {
  std::vector<std::string> parts;
  friend bool operator==(const Place&, const Place&) = default;
};

// "Kazan, Russia".
inline std::string full_name(const Place& place) {
  std::string name;
  for (const std::string& part : place.parts) {
    if (!name.empty()) name += ", ";
    name += part;
  }
  return name;
}

}  // namespace quotary
