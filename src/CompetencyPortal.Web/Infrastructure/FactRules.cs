using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Web.Localization;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CompetencyPortal.Web.Infrastructure;

/// <summary>Rules that facts share, in the words of the forms.</summary>
internal static class FactRules
{
    /// <summary>One line of at most so many characters, none of them a control character.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(
        this IRuleBuilder<T, string?> rule, int length, IStringLocalizer<PortalText> text) => rule
        .MaximumLength(length)
        .Must(value => string.IsNullOrWhiteSpace(value) || BoundedText.Fits(value, length)).WithMessage(_ => text["Validation.Characters"]);

    /// <summary>A day that facts may name.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> FactDay<T>(
        this IRuleBuilder<T, DateOnly?> rule, IStringLocalizer<PortalText> text, Formats formats) => rule
        .Must(day => day is null || FactDays.Contains(day.Value))
        .WithMessage(_ => text["Validation.DayRange", formats.Day(FactDays.Earliest), formats.Day(FactDays.Latest)]);
}
