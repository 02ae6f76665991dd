using CompetencyPortal.Data;
using CompetencyPortal.Domain;
using CompetencyPortal.Domain.Catalog.Document;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Features.History;

/// <summary>Says a row of the journal in the reader's language.</summary>
internal sealed class HistoryText(IStringLocalizer<PortalText> text, Formats formats)
{
    internal enum Act
    {
        Added,
        Changed,
        Removed,
    }

    public string Who(Guid? userId, HistoryNames names) => userId is { } id
        ? names.Users.GetValueOrDefault(id) ?? text["History.Who.Unknown"]
        : text["History.Who.Portal"];

    /// <summary>A person whose name the reader may not see.</summary>
    public string Pseudonym(int number) => text["Person.Pseudonym", number];

    /// <param name="showsNames">Whether the reader may see what names a person.</param>
    public HistoryChange Change(JournalEntry row, HistoryNames names, bool showsNames)
    {
        var before = new JournalValues(row.Before, showsNames ? row.PersonalBefore : null);
        var after = new JournalValues(row.After, showsNames ? row.PersonalAfter : null);
        var act = (row.Before, row.After) switch
        {
            (null, _) => Act.Added,
            (_, null) => Act.Removed,
            _ => Act.Changed,
        };
        var sentence = $"{row.RecordKind}.{act}";

        return new HistoryChange(
            text[$"History.{sentence}", Subject(row, act == Act.Removed ? before : after, names)],
            [.. Fields(row.RecordKind, act, before, after, names)]);
    }

    /// <summary>What the record is, so that the reader knows it again.</summary>
    private object[] Subject(JournalEntry row, JournalValues values, HistoryNames names) => row.RecordKind switch
    {
        nameof(Organization) => [],
        nameof(OrganizationMarket) => [Said(values, nameof(OrganizationMarket.Market), FieldFormat.Market, names)],
        nameof(FollowedCompetency) => [Competency(values.Text(nameof(FollowedCompetency.Competency)), names)],
        nameof(FlagAnswer) => [Question(values.Text(nameof(FlagAnswer.Flag)), names)],
        nameof(Employee) => [Person(row.RecordId, names)],
        nameof(EmploymentPeriod) => [Person(values.Id(nameof(EmploymentPeriod.EmployeeId)), names)],
        nameof(ExamPass) => [values.Text(nameof(ExamPass.Code)) ?? string.Empty, Person(values.Id(nameof(ExamPass.EmployeeId)), names)],
        nameof(RevenueEntry) =>
        [
            Said(values, nameof(RevenueEntry.Measure), FieldFormat.Measure, names),
            Said(values, nameof(RevenueEntry.On), FieldFormat.Day, names),
            Said(values, nameof(RevenueEntry.Amount), FieldFormat.Amount, names),
        ],
        nameof(StatedZero) =>
        [
            Said(values, nameof(StatedZero.Measure), FieldFormat.Measure, names),
            formats.Month(Month.Of(values.Day(nameof(StatedZero.Month)) ?? default)),
        ],
        _ => throw new InvalidOperationException($"Nothing says what a {row.RecordKind} is."),
    };

    private IEnumerable<HistoryField> Fields(string kind, Act act, JournalValues before, JournalValues after, HistoryNames names)
    {
        foreach (var field in JournalledFields.Shown[kind].Where(field => act == Act.Changed || !field.IsInSentence))
        {
            var (from, to) = (Value(before, field.Property, field.Format, names), Value(after, field.Property, field.Format, names));

            if (from != to)
            {
                yield return new HistoryField(text[field.Label], from, to, act == Act.Changed);
            }
        }
    }

    private string Said(JournalValues values, string property, FieldFormat format, HistoryNames names) =>
        Value(values, property, format, names)?.Text ?? string.Empty;

    private HistoryValue? Value(JournalValues values, string property, FieldFormat format, HistoryNames names)
    {
        var written = values.Text(property);

        return (written, format) switch
        {
            (null, _) => null,
            (_, FieldFormat.YesNo) => Word(values.Flag(property) == true ? "History.Yes" : "History.No"),
            (_, FieldFormat.Day) => Day(values.Day(property)!.Value),
            (_, FieldFormat.Instant) => new HistoryValue(formats.Instant(values.Instant(property)!.Value)),
            (_, FieldFormat.Amount) => new HistoryValue(Amount(values, values.Number(property)!.Value, names)),
            (_, FieldFormat.EntryKind) => Word(MeasureOf(values, names)?.Kind == MeasureKind.Count ? $"Entry.Kind.Count.{written}" : $"Entry.Kind.{written}"),
            (_, FieldFormat.Measure) => new HistoryValue(names.Program.MeasureName(written)),
            (_, FieldFormat.Product) => new HistoryValue(names.Program.Product(written)?.Name.Shown() ?? written),
            (_, FieldFormat.Association) => new HistoryValue(names.Program.Association(written)?.Name.Shown() ?? written),
            (_, FieldFormat.Market) => new HistoryValue(names.Program.MarketName(written)),
            (_, FieldFormat.User) => new HistoryValue(Who(values.Id(property), names)),
            _ => new HistoryValue(written),
        };
    }

    private HistoryValue Word(string key) => new(text[key], IsWord: true);

    /// <summary>The first day of the calendar says "always".</summary>
    private HistoryValue Day(DateOnly day) => day == DateOnly.MinValue ? Word("History.Always") : new HistoryValue(formats.Day(day));

    /// <summary>In its currency, or in the unit of what is counted.</summary>
    private string Amount(JournalValues values, decimal amount, HistoryNames names)
    {
        var unit = values.Text(nameof(RevenueEntry.Currency)) ?? MeasureOf(values, names)?.Unit ?? string.Empty;

        return formats.Exact(amount, unit);
    }

    private static MeasureDefinition? MeasureOf(JournalValues values, HistoryNames names) =>
        names.Program.Measure(values.Text(nameof(RevenueEntry.Measure)) ?? string.Empty);

    private string Person(Guid? id, HistoryNames names) =>
        id is { } person && names.People.TryGetValue(person, out var name) ? name : text["History.Person.Unknown"];

    private static string Competency(string? key, HistoryNames names) =>
        names.Program.Competency(key ?? string.Empty)?.Name.Shown() ?? key ?? string.Empty;

    private static string Question(string? key, HistoryNames names) =>
        names.Program.Flag(key ?? string.Empty)?.Name.Shown() ?? key ?? string.Empty;
}
