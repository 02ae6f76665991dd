using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Conversions;

/// <summary>Refuses what the server would silently round.</summary>
internal sealed class ExactConverter(int decimals) : ValueConverter<decimal, decimal>(
    number => DecimalKinds.Checked(number, decimals),
    number => number);
