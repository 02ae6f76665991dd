using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Catalog.Document;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Catalogs;

/// <summary>Writes the catalog in force as rows, for queries.</summary>
internal sealed class CatalogProjection(DbContext db, ProgramCatalog catalog)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Replaces all rows; the new ones are saved with what the caller saves.</summary>
    public static async Task RemakeAsync(PortalContext db, ProgramCatalog catalog, CancellationToken cancellationToken)
    {
        await ClearAsync(db, cancellationToken);
        new CatalogProjection(db, catalog).Add();
    }

    /// <summary>Children first.</summary>
    private static async Task ClearAsync(PortalContext db, CancellationToken cancellationToken)
    {
        await db.SeatCredentials.ExecuteDeleteAsync(cancellationToken);
        await db.Seats.ExecuteDeleteAsync(cancellationToken);
        await db.RevenueThresholds.ExecuteDeleteAsync(cancellationToken);
        await db.Requirements.ExecuteDeleteAsync(cancellationToken);
        await db.Tiers.ExecuteDeleteAsync(cancellationToken);
        await db.CompetencyOptions.ExecuteDeleteAsync(cancellationToken);
        await db.ExamGroups.ExecuteDeleteAsync(cancellationToken);
        await db.CompetencyVersions.ExecuteDeleteAsync(cancellationToken);
        await db.Competencies.ExecuteDeleteAsync(cancellationToken);
        await db.Credentials.ExecuteDeleteAsync(cancellationToken);
        await db.Programs.ExecuteDeleteAsync(cancellationToken);
    }

    private static string Text(LocalizedText text)
    {
        return JsonSerializer.Serialize(text.Texts, Json);
    }

    private static string Text(Holds holds)
    {
        return JsonSerializer.Serialize(holds, Json);
    }

    private void Add()
    {
        var program = catalog.Program;

        db.Add(new ProgramRow { Id = Guid.CreateVersion7(), Key = program.Key, NameJson = Text(program.Name), Currency = program.Currency });
        foreach (var credential in catalog.Credentials)
        {
            Add(credential);
        }

        foreach (var competency in catalog.Competencies)
        {
            Add(competency);
        }
    }

    private void Add(CredentialDefinition credential)
    {
        db.Add(new CredentialRow
        {
            Id = Guid.CreateVersion7(),
            Code = credential.Code,
            Kind = credential.Kind.ToString(),
            TitleJson = Text(credential.Title),
            AvailableFrom = credential.AvailableFrom,
            RetiredOn = credential.RetiredOn,
            AcceptedUntil = credential.AcceptedUntil,
            ValidForMonths = credential.ValidForMonths,
            Cost = credential.Cost,
            DerivedFromJson = credential.DerivedFrom is { } derived ? Text(derived) : null,
        });
    }

    private void Add(CompetencyDefinition competency)
    {
        var row = new CompetencyRow { Id = Guid.CreateVersion7(), Key = competency.Key, NameJson = Text(competency.Name) };

        db.Add(row);
        foreach (var version in competency.Versions)
        {
            Add(version, row.Id);
        }
    }

    private void Add(VersionDefinition version, Guid competencyId)
    {
        var row = new CompetencyVersionRow
        {
            Id = Guid.CreateVersion7(),
            CompetencyId = competencyId,
            EffectiveFrom = version.EffectiveFrom,
            EffectiveUntil = version.EffectiveUntil,
        };

        db.Add(row);
        db.AddRange(version.ExamGroups.Select(group => new ExamGroupRow
        {
            Id = Guid.CreateVersion7(),
            VersionId = row.Id,
            Key = group.Key,
            NameJson = Text(group.Name),
            HoldsJson = Text(group.Holds),
        }));
        foreach (var (place, option) in version.Options.Index())
        {
            Add(option, place, version, row.Id);
        }
    }

    private void Add(OptionDefinition option, int place, VersionDefinition version, Guid versionId)
    {
        var row = new CompetencyOptionRow
        {
            Id = Guid.CreateVersion7(),
            VersionId = versionId,
            Key = option.Key,
            NameJson = Text(option.Name),
            Place = place,
        };

        db.Add(row);
        foreach (var tier in option.Tiers)
        {
            Add(tier, version, row.Id);
        }
    }

    private void Add(TierRequirement tier, VersionDefinition version, Guid optionId)
    {
        var definition = catalog.Tier(tier.Tier) ?? throw new InvalidOperationException("The catalog lacks a tier that it names.");
        var row = new TierRow
        {
            Id = Guid.CreateVersion7(),
            OptionId = optionId,
            Key = tier.Tier,
            Rank = definition.Rank,
            NameJson = Text(definition.Name),
        };

        db.Add(row);
        Add(tier.Requirement, string.Empty, version, row.Id);
    }

    private void Add(Requirement requirement, string at, VersionDefinition version, Guid tierId)
    {
        var row = new RequirementRow { Id = Guid.CreateVersion7(), TierId = tierId, At = at, Kind = KindOf(requirement), Subject = SubjectOf(requirement) };

        db.Add(row);
        switch (requirement)
        {
            case AllRequirement all:
                AddChildren(all.Children, $"{at}/all", version, tierId);
                break;
            case AnyRequirement any:
                AddChildren(any.Children, $"{at}/any", version, tierId);
                break;
            case MetricRequirement metric:
                db.AddRange(Thresholds(metric.AtLeast, row.Id));
                break;
            case StaffingRequirement staffing:
                AddSeats(staffing, version, row.Id);
                break;
            case ScoreRequirement score:
                AddHeadcounts(score, version, row.Id);
                break;
        }
    }

    private void AddChildren(IEnumerable<Requirement> children, string at, VersionDefinition version, Guid tierId)
    {
        foreach (var (index, child) in children.Index())
        {
            Add(child, string.Create(CultureInfo.InvariantCulture, $"{at}/{index}"), version, tierId);
        }
    }

    private void AddSeats(StaffingRequirement staffing, VersionDefinition version, Guid requirementId)
    {
        foreach (var seat in staffing.Seats)
        {
            AddSeat(seat.Key, seat.Name, seat.Count, seat.Holds, version, requirementId);
        }
    }

    private void AddHeadcounts(ScoreRequirement score, VersionDefinition version, Guid requirementId)
    {
        foreach (var part in version.Scorecard(score.Scorecard).Parts.OfType<HeadcountPart>())
        {
            AddSeat(part.Key, part.Name, count: 0, part.Holds, version, requirementId);
        }
    }

    private void AddSeat(string key, LocalizedText? name, int count, Holds holds, VersionDefinition version, Guid requirementId)
    {
        var row = new SeatRow
        {
            Id = Guid.CreateVersion7(),
            RequirementId = requirementId,
            Key = key,
            NameJson = name is null ? null : Text(name),
            Count = count,
            HoldsJson = Text(holds),
        };

        db.Add(row);
        db.AddRange(Codes(holds, version).Select(code => new SeatCredentialRow { SeatId = row.Id, Code = code }));
    }

    /// <summary>Every credential that helps: named by the expression, by a group, or by what a named one is derived from.</summary>
    private HashSet<string> Codes(Holds holds, VersionDefinition version)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Stack<Holds>([holds]);

        while (ahead.TryPop(out var expression))
        {
            foreach (var code in version.CodesIn(expression).Where(codes.Add))
            {
                if (catalog.Credential(code)?.DerivedFrom is { } derived)
                {
                    ahead.Push(derived);
                }
            }
        }

        return codes;
    }

    private static IEnumerable<RevenueThresholdRow> Thresholds(Threshold threshold, Guid requirementId)
    {
        return threshold switch
        {
            PlainThreshold plain => [Row(null, plain.Amount)],
            MarketThreshold byMarket => byMarket.Amounts.Select(pair => Row(pair.Key, pair.Value)),
            _ => [],
        };

        RevenueThresholdRow Row(string? market, decimal atLeast)
        {
            return new RevenueThresholdRow { Id = Guid.CreateVersion7(), RequirementId = requirementId, Market = market, AtLeast = atLeast };
        }
    }

    private static string KindOf(Requirement requirement)
    {
        return requirement switch
        {
            AllRequirement => "all",
            AnyRequirement => "any",
            MetricRequirement => "metric",
            StaffingRequirement => "staffing",
            FlagRequirement => "flag",
            ScoreRequirement => "score",
            _ => throw new InvalidOperationException("The requirement is of no known kind."),
        };
    }

    private static string? SubjectOf(Requirement requirement)
    {
        return requirement switch
        {
            MetricRequirement metric => metric.Metric.Measure,
            FlagRequirement flag => flag.Flag,
            ScoreRequirement score => score.Scorecard,
            _ => null,
        };
    }
}
