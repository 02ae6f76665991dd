using System.Globalization;
using System.Text.Json.Nodes;

namespace CompetencyPortal.Domain.Tests.Catalog.Document;

/// <summary>A small valid catalog document, to be changed place by place.</summary>
internal sealed class SmallDocument
{
    public const string Version = "/competencies/0/versions/0";
    public const string Option = $"{Version}/options/0";
    public const string Silver = $"{Option}/tiers/silver";

    private const string Text =
        """
        {
          "program": {
            "key": "program", "name": { "en": "Program", "ja": "プログラム" }, "currency": "USD",
            "markets": [ { "key": "developed", "name": { "en": "Developed" } }, { "key": "developing", "name": { "en": "Developing" } } ],
            "tiers": [ { "key": "gold", "name": { "en": "Gold" }, "rank": 2 }, { "key": "silver", "name": { "en": "Silver" }, "rank": 1 } ]
          },
          "credentials": [
            { "code": "A1", "kind": "exam", "title": { "en": "A one" } },
            { "code": "A2", "kind": "exam", "title": { "en": "A two" } },
            { "code": "B1", "kind": "exam", "title": { "en": "B one" } },
            { "code": "AB", "kind": "certification", "title": { "en": "A and B" }, "derivedFrom": { "allOf": [ { "anyOf": [ "A1", "A2" ] }, "B1" ] } }
          ],
          "measures": [
            { "key": "revenue", "name": { "en": "Revenue" }, "kind": "money", "unit": "USD" },
            { "key": "seats", "name": { "en": "Seats" }, "kind": "count", "unit": "seats" }
          ],
          "associations": [ { "key": "dpor", "name": { "en": "Digital Partner of Record" } } ],
          "products": [ { "key": "cloud", "name": { "en": "Cloud" } }, { "key": "server", "name": { "en": "Server" } } ],
          "tags": [ { "key": "renewal", "name": { "en": "Renewal" } } ],
          "flags": [ { "key": "reseller", "name": { "en": "Reseller" } } ],
          "competencies": [ {
            "key": "competency", "name": { "en": "Competency" },
            "versions": [ {
              "effectiveFrom": "2017-01-01",
              "source": { "title": "The page", "url": "https://example.com/page" },
              "examGroups": [
                { "key": "group-a", "name": { "en": "Group A" }, "anyOf": [ "A1", "A2" ] },
                { "key": "group-b", "name": { "en": "Group B" }, "allOf": [ { "group": "group-a" }, "B1" ] }
              ],
              "scorecards": [ { "key": "points", "parts": [
                { "key": "growth", "name": { "en": "Growth" }, "maxPoints": 40, "target": { "developed": 1000 }, "credit": "allOrNothing",
                  "metric": { "measure": "revenue", "window": { "trailingMonths": 12 }, "aggregate": "monthlyAverage", "products": [ "cloud" ],
                              "associations": [ "dpor" ], "excludeTags": [ "renewal" ] } },
                { "key": "heads", "name": { "en": "People" }, "maxPoints": 20, "headcount": { "holds": "A1", "pointsPerPerson": 4 } },
                { "key": "certified", "name": { "en": "Certified" }, "maxPoints": 10.5, "target": 3, "headcount": { "holds": { "anyOf": [ "A1" ] } } }
              ] } ],
              "options": [ {
                "key": "option", "name": { "en": "Option" },
                "tiers": {
                  "silver": { "all": [
                    { "metric": { "measure": "revenue", "atLeast": { "developed": 100.5 }, "window": { "trailingMonths": 12 },
                                  "products": [ "cloud" ], "associations": [ "dpor" ], "excludeTags": [ "renewal" ] } },
                    { "any": [ { "flag": { "key": "reseller", "withinMonths": 24 } }, { "metric": { "measure": "seats", "atLeast": 10, "window": "latest" } } ] },
                    { "key": "people", "label": { "en": "People" }, "staffing": { "seats": [
                      { "key": "first", "count": 1, "holds": { "group": "group-b" } },
                      { "key": "second", "name": { "en": "Second" }, "count": 2, "holds": { "anyOf": [ "AB", { "allOf": [ "A1", "A2" ] } ] } } ] } }
                  ] }
                }
              } ]
            } ]
          } ]
        }
        """;

    private readonly JsonNode _root = JsonNode.Parse(Text) ?? throw new InvalidOperationException();

    /// <summary>Puts the JSON at the place; behind the last item of a list it is added.</summary>
    public SmallDocument With(string pointer, string json)
    {
        var (parent, last) = Parent(pointer);

        if (parent is not JsonArray list)
        {
            parent[last] = JsonNode.Parse(json);
        }
        else if (Index(last) is var index && index < list.Count)
        {
            list[index] = JsonNode.Parse(json);
        }
        else
        {
            list.Add(JsonNode.Parse(json));
        }

        return this;
    }

    public SmallDocument Without(string pointer)
    {
        var (parent, last) = Parent(pointer);
        parent.AsObject().Remove(last);

        return this;
    }

    public override string ToString() => _root.ToJsonString();

    private (JsonNode Parent, string Last) Parent(string pointer)
    {
        var segments = pointer.Split('/')[1..];
        var parent = segments[..^1].Aggregate(_root, (node, segment) =>
            (node is JsonArray list ? list[Index(segment)] : node[segment]) ?? throw new InvalidOperationException($"There is no {pointer}."));

        return (parent, segments[^1]);
    }

    private static int Index(string segment) => int.Parse(segment, CultureInfo.InvariantCulture);
}
