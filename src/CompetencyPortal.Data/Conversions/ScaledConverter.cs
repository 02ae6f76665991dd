using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CompetencyPortal.Data.Conversions;

/// <summary>Decimals as whole numbers of a fraction: they order and add in SQLite, but must not be multiplied or divided there.</summary>
internal sealed class ScaledConverter(int decimals) : ValueConverter<decimal, long>(
    number => ToUnits(number, decimals),
    units => FromUnits(units, decimals))
{
    private static long ToUnits(decimal number, int decimals)
    {
        return decimal.ToInt64(DecimalKinds.Checked(number, decimals) * DecimalKinds.UnitsPerOne(decimals));
    }

    private static decimal FromUnits(long units, int decimals)
    {
        return units / DecimalKinds.UnitsPerOne(decimals);
    }
}
