using System.Globalization;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Evaluation;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data;

/// <summary>The evaluator's facts, and which revenue entry each measurement is.</summary>
/// <param name="Entries">By the measurement's place.</param>
public sealed record CompetencyFacts(Facts Facts, IReadOnlyList<RevenueEntry> Entries);

/// <summary>All facts of one organization, read once, for the evaluator: of any competency, on any day.</summary>
public sealed class FactsOf
{
    private static readonly ValueList<string> RenewalTag = [RevenueEntry.RenewalTag];

    private readonly Guid _organizationId;
    private readonly List<MarketRow> _markets;
    private readonly List<PersonRow> _people;
    private readonly ILookup<Guid, EmploymentSpan> _spans;
    private readonly ILookup<Guid, CredentialFacts> _passes;
    private readonly List<RevenueEntry> _entries;
    private readonly List<ZeroRow> _zeros;
    private readonly List<FlagRow> _flags;
    private readonly ValueList<ExchangeRateFacts> _rates;

    private FactsOf(
        Guid organizationId,
        List<MarketRow> markets,
        List<PersonRow> people,
        ILookup<Guid, EmploymentSpan> spans,
        ILookup<Guid, CredentialFacts> passes,
        List<RevenueEntry> entries,
        List<ZeroRow> zeros,
        List<FlagRow> flags,
        ValueList<ExchangeRateFacts> rates)
    {
        _organizationId = organizationId;
        _markets = markets;
        _people = people;
        _spans = spans;
        _passes = passes;
        _entries = entries;
        _zeros = zeros;
        _flags = flags;
        _rates = rates;
    }

    /// <summary>All entries, oldest first, as they were read: to show, not to change.</summary>
    public IReadOnlyList<RevenueEntry> Entries => _entries;

    /// <summary>Whether anything was said about a measure: an entry, or that a month was nil.</summary>
    public bool HasFigures => _entries.Count > 0 || _zeros.Count > 0;

    /// <summary>Reads every table of facts once.</summary>
    public static async Task<FactsOf> ReadAsync(PortalContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var entries = await db.RevenueEntries.AsNoTracking().Where(entry => entry.OrganizationId == organizationId).ToListAsync(cancellationToken);
        var currencies = entries.Select(entry => entry.Currency).ToHashSet(StringComparer.Ordinal);

        return new FactsOf(
            organizationId,
            await db.OrganizationMarkets.Where(row => row.OrganizationId == organizationId).OrderBy(row => row.From)
                .Select(row => new MarketRow(row.Market, row.From)).ToListAsync(cancellationToken),
            await db.Employees.Where(row => row.OrganizationId == organizationId).OrderBy(row => row.Number)
                .Select(row => new PersonRow(row.Id, row.Number)).ToListAsync(cancellationToken),
            await SpansAsync(db, organizationId, cancellationToken),
            await PassesAsync(db, organizationId, cancellationToken),
            [.. entries.OrderBy(entry => entry.On).ThenBy(entry => entry.Id)],
            await db.StatedZeros.Where(row => row.OrganizationId == organizationId)
                .Select(row => new ZeroRow(row.Measure, row.Month)).ToListAsync(cancellationToken),
            await db.FlagAnswers.Where(row => row.OrganizationId == organizationId).OrderBy(row => row.Flag)
                .Select(row => new FlagRow(row.Flag, row.IsYes, row.On, row.Until)).ToListAsync(cancellationToken),
            await RatesAsync(db, currencies, cancellationToken));
    }

    /// <summary>What is known on the day about what the competency's version in force asks for.</summary>
    public CompetencyFacts For(ProgramCatalog catalog, string competency, DateOnly day)
    {
        return For(catalog.VersionInForce(competency, day), day);
    }

    /// <summary>
    /// What is known on the day comes to under each later version that is known already, on that version's first day: the day of each result.
    /// In order; none where nothing is announced.
    /// </summary>
    /// <param name="change">What is supposed to be otherwise; null for nothing.</param>
    public ValueList<EvaluationResult> Announced(CompiledCatalog catalog, string competency, DateOnly day, Func<Facts, Facts>? change = null)
    {
        return (catalog.Program.Competency(competency)?.Versions ?? []).Where(version => version.EffectiveFrom > day)
            .Select(version => (Facts: For(version, day).Facts, version.EffectiveFrom))
            .Select(known => catalog.Evaluator.Evaluate(competency, (change is null ? known.Facts : change(known.Facts)) with { AsOf = known.EffectiveFrom }))
            .ToValueList();
    }

    /// <summary>The first day from which another market applies; the evaluator foresees all other changes of a result.</summary>
    public DateOnly? NextMarketAfter(DateOnly day)
    {
        return _markets.Find(market => market.From > day)?.From;
    }

    /// <summary>The first day on which what is known may be something else: another market applies, somebody's period has ended, or a month has.</summary>
    public DateOnly NextChangeAfter(DateOnly day)
    {
        return _spans.SelectMany(spans => spans).Where(span => span.LastDay >= day).Select(span => span.LastDay?.AddDays(1))
            .Append(NextMarketAfter(day))
            .Append(Month.Of(day).Next.First)
            .Min() ?? DateOnly.MaxValue;
    }

    /// <summary>The same facts, had the organization answered yes to these flags, from the day on.</summary>
    public FactsOf Giving(IReadOnlyCollection<string> flags, DateOnly day)
    {
        var answers = flags.Select(flag => new FlagRow(flag, IsYes: true, day, Until: null))
            .Concat(_flags.Where(answer => !flags.Contains(answer.Flag, StringComparer.Ordinal)))
            .OrderBy(answer => answer.Flag, StringComparer.Ordinal).ToList();

        return new FactsOf(_organizationId, _markets, _people, _spans, _passes, _entries, _zeros, answers, _rates);
    }

    /// <summary>Whether somebody said that the measure was nil in the month.</summary>
    public bool IsStatedZero(string measure, Month month)
    {
        return _zeros.Contains(new ZeroRow(measure, month.First));
    }

    private CompetencyFacts For(VersionDefinition? version, DateOnly day)
    {
        var needs = CompetencyNeeds.Of(version);
        var entries = _entries.FindAll(entry => needs.Windows.ContainsKey(entry.Measure));
        var facts = new Facts
        {
            Id = _organizationId.ToString(),
            AsOf = day,
            Market = _markets.FindLast(market => market.From <= day)?.Market,
            People = PeopleOn(day),
            Measurements = entries.Select(ToMeasurement).ToValueList(),
            UnreportedMonths = needs.Windows.Select(pair => KeyValuePair.Create(pair.Key, Unreported(pair.Key, pair.Value, day))).ToValueMap(),
            ExchangeRates = _rates,
            Flags = FlagsFor(needs.Flags),
        };

        return new CompetencyFacts(facts, entries);
    }

    private static async Task<ILookup<Guid, EmploymentSpan>> SpansAsync(PortalContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var periods = await db.EmploymentPeriods.Where(period => period.OrganizationId == organizationId)
            .Select(period => new { period.EmployeeId, period.Joined, period.LastDay }).ToListAsync(cancellationToken);

        return periods.ToLookup(period => period.EmployeeId, period => new EmploymentSpan(period.Joined, period.LastDay));
    }

    private static async Task<ILookup<Guid, CredentialFacts>> PassesAsync(PortalContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var passes = await db.ExamPasses.Where(pass => pass.OrganizationId == organizationId)
            .OrderBy(pass => pass.EarnedOn).ThenBy(pass => pass.Code)
            .Select(pass => new { pass.EmployeeId, pass.Code, pass.EarnedOn, pass.ValidUntil }).ToListAsync(cancellationToken);

        return passes.ToLookup(pass => pass.EmployeeId, pass => new CredentialFacts(pass.Code, pass.EarnedOn, pass.ValidUntil));
    }

    private static async Task<ValueList<ExchangeRateFacts>> RatesAsync(
        PortalContext db, HashSet<string?> currencies, CancellationToken cancellationToken)
    {
        var rates = await db.ExchangeRates.Where(rate => currencies.Contains(rate.From))
            .OrderBy(rate => rate.From).ThenBy(rate => rate.To).ThenBy(rate => rate.On)
            .Select(rate => new ExchangeRateFacts(rate.From, rate.To, rate.On, rate.Rate)).ToListAsync(cancellationToken);

        return rates.ToValueList();
    }

    private static Measurement ToMeasurement(RevenueEntry entry)
    {
        return new Measurement(entry.Measure, entry.On, entry.SignedAmount, entry.Currency, entry.Customer, entry.Product, entry.Association)
        {
            Tags = entry.Kind == RevenueKind.Renewal ? RenewalTag : [],
        };
    }

    /// <summary>Nobody entered yet means that nobody said anything about people.</summary>
    private ValueList<PersonFacts>? PeopleOn(DateOnly day)
    {
        return _people.Count == 0 ? null : _people.Select(person => ToFacts(person, day)).ToValueList();
    }

    private PersonFacts ToFacts(PersonRow person, DateOnly day)
    {
        var span = EmploymentSpan.For(day, _spans[person.Id]);

        return new PersonFacts(person.Number.ToString(CultureInfo.InvariantCulture), From: span.Joined, Until: span.LastDay)
        {
            Credentials = _passes[person.Id].ToValueList(),
        };
    }

    /// <summary>One question without an answer makes all of them unknown.</summary>
    private ValueList<FlagFacts>? FlagsFor(IReadOnlySet<string> flags)
    {
        return flags.IsSubsetOf(_flags.Select(answer => answer.Flag))
            ? _flags.Where(answer => answer.IsYes).Select(answer => new FlagFacts(answer.Flag, answer.On, answer.Until)).ToValueList()
            : null;
    }

    private ValueList<Month> Unreported(string measure, MeasureWindow window, DateOnly day)
    {
        var reported = ReportedMonths(measure);
        var lastEnded = Month.Of(day).Previous;
        var firstTrailing = window.TrailingMonths is { } months ? Month.Of(day.AddMonths(-months).AddDays(1)) : lastEnded.Next;
        var firstOpen = window.IsOpen ? reported.FirstOrDefault(lastEnded) : lastEnded.Next;
        var first = firstOpen < firstTrailing ? firstOpen : firstTrailing;

        return Month.Between(first, lastEnded).Where(month => !reported.Contains(month)).ToValueList();
    }

    private SortedSet<Month> ReportedMonths(string measure)
    {
        var entered = _entries.Where(entry => entry.Measure == measure).Select(entry => Month.Of(entry.On));
        var statedZero = _zeros.Where(zero => zero.Measure == measure).Select(zero => Month.Of(zero.Month));

        return [.. entered, .. statedZero];
    }

    private sealed record MarketRow(string Market, DateOnly From);

    private sealed record PersonRow(Guid Id, int Number);

    private sealed record ZeroRow(string Measure, DateOnly Month);

    private sealed record FlagRow(string Flag, bool IsYes, DateOnly? On, DateOnly? Until);
}
