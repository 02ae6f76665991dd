using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Web.Tests.Support;

/// <summary>A second competency with what cloud-crm has not: options, ways to choose from, a flag, counts, a named requirement, points.</summary>
internal static class PracticeCatalog
{
    public const string Competency = "practice";

    private const string Document = """
        {
          "program": {
            "key": "microsoft-partner-network",
            "name": { "en": "Microsoft Partner Network", "ja": "Microsoft Partner Network" },
            "currency": "USD",
            "markets": [
              { "key": "developed", "name": { "en": "Developed markets", "ja": "成熟した市場" } },
              { "key": "developing", "name": { "en": "Developing markets", "ja": "発展途上の市場" } }
            ],
            "tiers": [
              { "key": "silver", "name": { "en": "Silver", "ja": "Silver" }, "rank": 1 },
              { "key": "gold", "name": { "en": "Gold", "ja": "Gold" }, "rank": 2 }
            ]
          },
          "credentials": [
            { "code": "PR-1", "kind": "exam", "title": { "en": "Practice", "ja": "実践" } },
            { "code": "PR-2", "kind": "certification", "title": { "en": "More practice", "ja": "さらに実践" }, "retiredOn": "2027-01-31", "acceptedUntil": "2028-01-31" },
            { "code": "PR-3", "kind": "exam", "title": { "en": "Practice to come", "ja": "今後の実践" }, "availableFrom": "2027-01-01" }
          ],
          "measures": [
            { "key": "practice-seats", "name": { "en": "Practice seats", "ja": "実践シート" }, "kind": "count", "unit": "seats" },
            { "key": "practice-sales", "name": { "en": "Practice sales", "ja": "実践の売上" }, "kind": "money", "unit": "USD" }
          ],
          "flags": [ { "key": "authorized-reseller", "name": { "en": "Authorized reseller", "ja": "認定リセラー" } } ],
          "competencies": [
            {
              "key": "practice",
              "name": { "en": "Practice", "ja": "実践" },
              "versions": [
                {
                  "effectiveFrom": "2020-01-01",
                  "source": { "title": "Practice, page of 2020", "url": "https://vendor.example/practice" },
                  "examGroups": [ { "key": "both", "name": { "en": "Both", "ja": "両方" }, "allOf": ["PR-1", { "anyOf": ["PR-2", "PR-3"] }] } ],
                  "scorecards": [
                    {
                      "key": "practice-points",
                      "parts": [
                        {
                          "key": "growth", "name": { "en": "Growth", "ja": "成長" }, "maxPoints": 40, "target": { "developed": 12000, "developing": 6000 },
                          "metric": { "measure": "practice-sales", "window": { "trailingMonths": 12 } }
                        },
                        { "key": "breadth", "name": { "en": "Breadth", "ja": "広がり" }, "maxPoints": 20, "headcount": { "holds": "PR-1", "pointsPerPerson": 4 } },
                        { "key": "depth", "name": { "en": "Depth", "ja": "深さ" }, "maxPoints": 40, "target": 2, "credit": "allOrNothing", "headcount": { "holds": { "group": "both" } } }
                      ]
                    }
                  ],
                  "options": [
                    {
                      "key": "ways",
                      "name": { "en": "Ways", "ja": "方法" },
                      "tiers": {
                        "silver": {
                          "all": [
                            {
                              "any": [
                                { "metric": { "measure": "practice-seats", "window": "latest", "atLeast": 500 } },
                                {
                                  "all": [
                                    { "metric": { "measure": "practice-sales", "window": { "trailingMonths": 6 }, "aggregate": "monthlyAverage", "atLeast": { "developed": 1000 } } },
                                    { "staffing": { "seats": [ { "key": "practitioner", "count": 2, "holds": { "anyOf": ["PR-1", { "group": "both" }] } } ] } }
                                  ]
                                }
                              ]
                            },
                            { "flag": { "key": "authorized-reseller", "withinMonths": 24 } }
                          ]
                        }
                      }
                    },
                    {
                      "key": "sales",
                      "name": { "en": "Sales", "ja": "売上" },
                      "tiers": {
                        "silver": {
                          "label": { "en": "Enough customers", "ja": "十分な顧客" },
                          "metric": { "measure": "practice-sales", "window": "allTime", "aggregate": "distinctCustomers", "atLeast": { "developing": 3 } }
                        },
                        "gold": { "flag": { "key": "authorized-reseller" } }
                      }
                    },
                    {
                      "key": "points",
                      "name": { "en": "Points", "ja": "ポイント" },
                      "tiers": {
                        "silver": { "score": { "scorecard": "practice-points", "atLeast": 4 } },
                        "gold": { "score": { "scorecard": "practice-points", "atLeast": 60, "everyPartAbove": 0 } }
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }
        """;

    /// <summary>Imports the competency and lets the organization follow it beside its own.</summary>
    public static Task<int> FollowAsync(PortalFactory portal, string organization) => portal.InDatabaseAsync(async db =>
    {
        var outcome = await new CatalogImport(db).ImportAsync(Document, CancellationToken.None);
        outcome.Errors.ShouldBeEmpty();

        var id = await db.Organizations.Where(one => one.Name.StartsWith(organization)).Select(one => one.Id).SingleAsync();
        await db.RecordAsync(
            id,
            _ =>
            {
                db.Add(new FollowedCompetency(Guid.CreateVersion7(), id, Competency));

                return Task.CompletedTask;
            },
            CancellationToken.None);

        return outcome.Revision ?? 0;
    });
}
