using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>A page whose form can meet a record that somebody else has saved meanwhile.</summary>
internal interface IHasConflict
{
    ConflictReport? Conflict { get; }
}

/// <summary>
/// What somebody else saved while a form was open: the fields in which the saved record differs from what was typed.
/// The form keeps what was typed; each differing field shows the saved value and a button that takes it.
/// </summary>
internal sealed class ConflictReport
{
    /// <summary>Name of the button whose value is the field to take over.</summary>
    public const string TakeField = "take";

    private const string VersionProperty = "Version";

    private readonly Dictionary<string, string> saved = new(StringComparer.Ordinal);

    private ConflictReport()
    {
    }

    /// <summary>
    /// Compares what was typed with what is saved, and lets the form's next submit overwrite it: the reader has seen it now.
    /// </summary>
    /// <param name="take">The field whose saved value the reader took over, if any.</param>
    public static ConflictReport Show<T>(string prefix, T typed, T saved, long savedVersion, string? take, ModelStateDictionary modelState)
        where T : notnull
    {
        var report = new ConflictReport();
        report.Compare(prefix, typed, saved);
        Put(modelState, $"{prefix}.{VersionProperty}", Written(savedVersion));

        if (take is not null && report.saved.Remove(take, out var value))
        {
            Put(modelState, take, value);
        }

        return report;
    }

    /// <summary>The saved value of a field that differs, as it would be typed; null where it does not differ.</summary>
    public string? Saved(string field) => saved.GetValueOrDefault(field);

    private static void Put(ModelStateDictionary modelState, string field, string value)
    {
        modelState.Remove(field);
        modelState.SetModelValue(field, value, value);
    }

    private void Compare(string prefix, object typed, object stored)
    {
        foreach (var property in typed.GetType().GetProperties().Where(property => property.Name != VersionProperty))
        {
            var field = $"{prefix}.{property.Name}";
            var (mine, theirs) = (property.GetValue(typed), property.GetValue(stored));

            if (mine is IList rows && theirs is IList storedRows)
            {
                CompareRows(field, rows, storedRows);
            }
            else if (Written(mine) is var written && written != Written(theirs))
            {
                saved[field] = Written(theirs);
            }
        }
    }

    private void CompareRows(string field, IList rows, IList storedRows)
    {
        for (var index = 0; index < Math.Min(rows.Count, storedRows.Count); index++)
        {
            Compare($"{field}[{index}]", rows[index]!, storedRows[index]!);
        }
    }

    private static string Written(object? value) => value switch
    {
        null => string.Empty,
        bool ticked => ticked ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
