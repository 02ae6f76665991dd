using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Conversions;

/// <summary>The two kinds of decimal; a property says which it is, and each provider says how that is stored.</summary>
internal static class DecimalKinds
{
    private const int MoneyDigits = 19;
    private const int RateDigits = 20;

    public static PropertyBuilder<TDecimal> IsMoney<TDecimal>(this PropertyBuilder<TDecimal> property)
    {
        return property.HasPrecision(MoneyDigits, RevenueEntry.AmountDecimals);
    }

    public static PropertyBuilder<TDecimal> IsRate<TDecimal>(this PropertyBuilder<TDecimal> property)
    {
        return property.HasPrecision(RateDigits, ExchangeRate.RateDecimals);
    }

    public static bool IsOfAKind(IReadOnlyProperty property)
    {
        return (property.GetPrecision(), property.GetScale())
            is (MoneyDigits, RevenueEntry.AmountDecimals) or (RateDigits, ExchangeRate.RateDecimals);
    }

    public static bool IsDecimal(IReadOnlyProperty property)
    {
        return (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(decimal);
    }

    public static IEnumerable<IMutableProperty> DecimalsOf(IMutableModel model)
    {
        return model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(IsDecimal);
    }

    public static decimal UnitsPerOne(int decimals)
    {
        return new decimal(Math.Pow(10, decimals));
    }

    /// <exception cref="OverflowException">The number has more decimals than its column.</exception>
    public static decimal Checked(decimal number, int decimals)
    {
        return decimal.Round(number, decimals) == number
            ? number
            : throw new OverflowException($"The number has more than {decimals} decimals.");
    }
}
