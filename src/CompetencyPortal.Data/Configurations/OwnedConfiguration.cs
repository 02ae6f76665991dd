using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

/// <summary>The wall that every record of an organization has in the database.</summary>
internal static class OwnedConfiguration
{
    private const string PersonalAnnotation = "Portal:Personal";
    private const string BookkeepingAnnotation = "Portal:Bookkeeping";

    public static void IsOwned<T>(this EntityTypeBuilder<T> builder)
        where T : class, IOwned
    {
        builder.HasKey(record => record.Id);
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.OrganizationId).IsConcurrencyToken();
        builder.HasAlternateKey(record => new { record.OrganizationId, record.Id });
        builder.HasOne<Organization>().WithMany().HasForeignKey(record => record.OrganizationId);
    }

    /// <summary>A child refers to its parent together with the owner, so that both have the same one.</summary>
    public static void IsChildOf<T, TParent>(this EntityTypeBuilder<T> builder, string parentId)
        where T : class, IOwned
        where TParent : class, IOwned
    {
        builder.HasOne<TParent>().WithMany()
            .HasForeignKey(nameof(IOwned.OrganizationId), parentId)
            .HasPrincipalKey(nameof(IOwned.OrganizationId), nameof(IOwned.Id));
    }

    public static void IsVersioned<T>(this EntityTypeBuilder<T> builder)
        where T : class, IVersioned
    {
        builder.Property(record => record.Version).IsConcurrencyToken().IsBookkeeping();
    }

    /// <summary>The value names a person: the journal keeps it in columns of its own, which erasure empties.</summary>
    public static PropertyBuilder<TValue> IsPersonal<TValue>(this PropertyBuilder<TValue> property)
    {
        return property.HasAnnotation(PersonalAnnotation, true);
    }

    /// <summary>The value follows from others or counts changes: the journal leaves it out.</summary>
    public static PropertyBuilder<TValue> IsBookkeeping<TValue>(this PropertyBuilder<TValue> property)
    {
        return property.HasAnnotation(BookkeepingAnnotation, true);
    }

    public static bool HoldsPersonal(IReadOnlyProperty property)
    {
        return property.FindAnnotation(PersonalAnnotation) is not null;
    }

    public static bool HoldsBookkeeping(IReadOnlyProperty property)
    {
        return property.FindAnnotation(BookkeepingAnnotation) is not null;
    }

    /// <summary>The property that holds the owner's id, or null where a record belongs to no organization.</summary>
    public static string? OwnerOf(IReadOnlyEntityType type)
    {
        return type.ClrType switch
        {
            var clr when clr == typeof(Organization) => nameof(Organization.Id),
            var clr when clr == typeof(JournalEntry) => nameof(JournalEntry.Scope),
            var clr when clr.IsAssignableTo(typeof(IOwned)) => nameof(IOwned.OrganizationId),
            _ => null,
        };
    }
}
