using System.Linq.Expressions;
using CompetencyPortal.Data.Catalogs;
using CompetencyPortal.Data.Configurations;
using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Data.Interceptors;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Domain.Catalog;
using CompetencyPortal.Domain.Organizations;
using CompetencyPortal.Domain.Standings;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace CompetencyPortal.Data;

/// <summary>The portal's database; each provider has a subclass with its own migrations.</summary>
public abstract partial class PortalContext(DbContextOptions options, PortalSession session, CatalogCache catalogs)
    : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>The name of the filter that shows a session only the organizations in its scope.</summary>
    public const string ScopeFilter = "Scope";

    private static readonly OwnerWallInterceptor OwnerWall = new();
    private static readonly VersionInterceptor Versions = new();
    private static readonly JournalInterceptor JournalWriter = new();
    private static readonly SessionInterceptor SessionEnder = new();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrganizationMarket> OrganizationMarkets => Set<OrganizationMarket>();

    public DbSet<Employee> Employees => Set<Employee>();

    public DbSet<EmploymentPeriod> EmploymentPeriods => Set<EmploymentPeriod>();

    public DbSet<ExamPass> ExamPasses => Set<ExamPass>();

    public DbSet<RevenueEntry> RevenueEntries => Set<RevenueEntry>();

    public DbSet<StatedZero> StatedZeros => Set<StatedZero>();

    public DbSet<FlagAnswer> FlagAnswers => Set<FlagAnswer>();

    public DbSet<FollowedCompetency> FollowedCompetencies => Set<FollowedCompetency>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();

    public DbSet<RatedCurrency> RatedCurrencies => Set<RatedCurrency>();

    public DbSet<ProgramState> ProgramStates => Set<ProgramState>();

    public DbSet<JournalEntry> Journal => Set<JournalEntry>();

    public DbSet<Standing> Standings => Set<Standing>();

    public DbSet<StandingTier> StandingTiers => Set<StandingTier>();

    public DbSet<ImportedDocument> ImportedDocuments => Set<ImportedDocument>();

    public DbSet<CatalogRevision> CatalogRevisions => Set<CatalogRevision>();

    public DbSet<ProgramRow> Programs => Set<ProgramRow>();

    public DbSet<CredentialRow> Credentials => Set<CredentialRow>();

    public DbSet<CompetencyRow> Competencies => Set<CompetencyRow>();

    public DbSet<CompetencyVersionRow> CompetencyVersions => Set<CompetencyVersionRow>();

    public DbSet<CompetencyOptionRow> CompetencyOptions => Set<CompetencyOptionRow>();

    public DbSet<TierRow> Tiers => Set<TierRow>();

    public DbSet<RequirementRow> Requirements => Set<RequirementRow>();

    public DbSet<RevenueThresholdRow> RevenueThresholds => Set<RevenueThresholdRow>();

    public DbSet<ExamGroupRow> ExamGroups => Set<ExamGroupRow>();

    public DbSet<SeatRow> Seats => Set<SeatRow>();

    public DbSet<SeatCredentialRow> SeatCredentials => Set<SeatCredentialRow>();

    internal PortalSession Session => session;

    private OrganizationScope ScopeInForce => session.Scope
        ?? throw new InvalidOperationException("Records of organizations are read in a scope only: call PortalSession.Enter first.");

    private bool EverythingIsInScope => ScopeInForce.IsEverything;

    // Nobody's id; the empty one is the journal's for the program.
    private Guid OrganizationInScope => ScopeInForce.OrganizationId ?? Guid.AllBitsSet;

    private Guid AssigneeInScope => ScopeInForce.AssignedTo ?? Guid.AllBitsSet;

    /// <summary>Makes saving fail where the record is not as the form showed it.</summary>
    public void ExpectVersion(IVersioned record, long version)
    {
        Entry(record).Property(nameof(IVersioned.Version)).OriginalValue = version;
    }

    /// <summary>Work that began asynchronously stays so; the interceptors know no other way.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        throw new NotSupportedException("Call SaveChangesAsync.");
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        using var turn = Database.CurrentTransaction is null ? await TakeTurnAsync(cancellationToken) : null;

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        // In this order: the journal shows what the others let through and raised.
        optionsBuilder.AddInterceptors(OwnerWall, Versions, JournalWriter, SessionEnder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalContext).Assembly);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            RestrictDeletes(type);
            FilterByScope(type);
        }
    }

    private static void RestrictDeletes(IMutableEntityType type)
    {
        foreach (var key in type.GetForeignKeys().Where(key => key.DeleteBehavior != DeleteBehavior.ClientCascade))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private void FilterByScope(IMutableEntityType type)
    {
        if (OwnedConfiguration.OwnerOf(type) is { } owner)
        {
            type.SetQueryFilter(ScopeFilter, InScope(type.ClrType, owner));
        }
    }

    private LambdaExpression InScope(Type type, string owner)
    {
        var inScope = type switch
        {
            _ when type == typeof(Organization) => OrganizationIsInScope(),
            _ when type == typeof(JournalEntry) => JournalIsInScope(),
            _ => OwnerIsInScope(),
        };
        var row = Expression.Parameter(type, "row");
        var ownerOfRow = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(Guid)], row, Expression.Constant(owner));

        return Expression.Lambda(ReplacingExpressionVisitor.Replace(inScope.Parameters[0], ownerOfRow, inScope.Body), row);
    }

    private Expression<Func<Guid, bool>> OrganizationIsInScope()
    {
        return id => EverythingIsInScope
            || id == OrganizationInScope
            || Assignments.Any(assignment => assignment.OrganizationId == id && assignment.UserId == AssigneeInScope);
    }

    /// <summary>The same as a list of ids, of which all parts but one are empty: only so does a database go by the owner's index.</summary>
    private Expression<Func<Guid, bool>> OwnerIsInScope()
    {
        return id => Organizations.Where(organization => organization.Id == OrganizationInScope).Select(organization => organization.Id)
            .Concat(Assignments.Where(assignment => assignment.UserId == AssigneeInScope).Select(assignment => assignment.OrganizationId))
            .Concat(Organizations.Where(organization => EverythingIsInScope).Select(organization => organization.Id))
            .Contains(id);
    }

    /// <summary>The program's own acts are for those who see everything.</summary>
    private Expression<Func<Guid, bool>> JournalIsInScope()
    {
        Expression<Func<Guid, bool>> programs = id => id == Recording.Program && EverythingIsInScope;
        var owners = OwnerIsInScope();
        var either = Expression.OrElse(ReplacingExpressionVisitor.Replace(programs.Parameters[0], owners.Parameters[0], programs.Body), owners.Body);

        return Expression.Lambda<Func<Guid, bool>>(either, owners.Parameters);
    }
}
