using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Conversions;

/// <summary>Instants go in and come back as UTC; any other kind is a bug.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    instant => Checked(instant),
    instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime instant)
    {
        return instant.Kind == DateTimeKind.Utc ? instant : throw new ArgumentException("An instant must be UTC.", nameof(instant));
    }
}
