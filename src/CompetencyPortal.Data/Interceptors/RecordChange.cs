using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CompetencyPortal.Data.Configurations;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CompetencyPortal.Data.Interceptors;

/// <summary>A record before and after its change, the personal values apart.</summary>
internal sealed record RecordChange(string Kind, Guid Id, string? Before, string? After, string? PersonalBefore, string? PersonalAfter)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool IsEmpty => Before == After && PersonalBefore == PersonalAfter;

    public static RecordChange Of(EntityEntry entry)
    {
        var was = entry.State != EntityState.Added;
        var willBe = entry.State != EntityState.Deleted;

        return new RecordChange(
            entry.Metadata.ClrType.Name,
            (Guid)entry.Property(nameof(IOwned.Id)).CurrentValue!,
            was ? Values(entry, personal: false, property => property.OriginalValue) : null,
            willBe ? Values(entry, personal: false, property => property.CurrentValue) : null,
            was ? Values(entry, personal: true, property => property.OriginalValue) : null,
            willBe ? Values(entry, personal: true, property => property.CurrentValue) : null);
    }

    /// <summary>The values as a JSON object, without ids and bookkeeping; null where there is none to give.</summary>
    private static string? Values(EntityEntry entry, bool personal, Func<PropertyEntry, object?> value)
    {
        var values = entry.Properties
            .Where(property => IsContent(property) && OwnedConfiguration.HoldsPersonal(property.Metadata) == personal)
            .ToDictionary(property => property.Metadata.Name, value, StringComparer.Ordinal);

        return values.Count == 0 ? null : JsonSerializer.Serialize(values, Json);
    }

    private static bool IsContent(PropertyEntry property)
    {
        return !property.Metadata.IsKey() && !OwnedConfiguration.HoldsBookkeeping(property.Metadata);
    }
}
