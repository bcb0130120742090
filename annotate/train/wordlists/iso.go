package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// moreCountries are names of countries, parts of countries and unions that the
// press uses and ISO 3166-1 does not list.
var moreCountries = []string{
	"America", "Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland", "US", "U.S.", "U. S.", "USA", "U.S.A.", "UK", "U.K.", "U. K.",
	"UAE", "U.A.E.", "Emirates", "DRC", "DR Congo", "PRC", "ROK", "DPRK", "South Korea", "North Korea", "Korea", "Russia", "Turkey", "Czech Republic",
	"Czechoslovakia", "Ivory Coast", "Cape Verde", "East Timor", "Swaziland", "Kosovo", "Palestine", "Taiwan", "Vatican", "Syria", "Iran",
	"Laos", "Vietnam", "Soviet Union", "USSR", "Yugoslavia", "Burma", "Holland", "Macedonia", "Brunei", "Tanzania", "Bolivia", "Venezuela",
	"Moldova", "Micronesia", "Congo", "Gambia", "Bahamas", "Philippines", "Netherlands", "Zaire", "Rhodesia", "East Germany", "West Germany",
	"Somaliland", "Western Sahara", "Tibet", "Europe", "Asia", "Africa", "Latin America", "Central America", "South America", "North America",
	"Middle East", "Falklands", "Hong Kong", "Macau", "Catalonia", "Crimea", "Chechnya", "Kurdistan", "Kashmir", "Gaza", "West Bank",
}

// table reads one table of the ISO files.
func table(path, key string) ([]map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var tables map[string][]map[string]string
	if err := json.Unmarshal(data, &tables); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return tables[key], nil
}

// countries gives the names of ISO 3166-1, without what stands after a comma or
// in brackets, and those above.
func countries(dir string) (list, error) {
	rows, err := table(filepath.Join(dir, "iso_3166-1.json"), "3166-1")
	if err != nil {
		return nil, err
	}
	var l list
	for _, row := range rows {
		for _, key := range []string{"name", "common_name", "official_name"} {
			if name := short(row[key]); name != "" {
				l.add("country", name)
			}
		}
	}
	for _, name := range moreCountries {
		l.add("country", name)
	}
	return l, nil
}

// subdivisions gives the names of ISO 3166-2.
func subdivisions(dir string) (list, error) {
	rows, err := table(filepath.Join(dir, "iso_3166-2.json"), "3166-2")
	if err != nil {
		return nil, err
	}
	var l list
	for _, row := range rows {
		if name := short(row["name"]); len(name) > 2 {
			l.add("region", name)
		}
	}
	return l, nil
}

func short(name string) string {
	name, _, _ = strings.Cut(name, ",")
	name, _, _ = strings.Cut(name, " (")
	name, _, _ = strings.Cut(name, " [")
	return strings.TrimPrefix(strings.TrimSpace(name), "The ")
}
