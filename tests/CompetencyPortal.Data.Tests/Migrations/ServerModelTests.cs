using CompetencyPortal.Data.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CompetencyPortal.Data.Tests.Migrations;

public class ServerModelTests
{
    [Fact]
    public void The_portals_model_has_nothing_that_a_server_would_refuse()
    {
        using var db = new SqlServerPortalContextFactory().CreateDbContext([]);

        ServerModel.Problems(DesignTimeModel(db)).ShouldBeEmpty();
    }

    [Fact]
    public void No_delete_reaches_another_table()
    {
        using var db = new SqlServerPortalContextFactory().CreateDbContext([]);

        DesignTimeModel(db).GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(key => !key.IsOwnership)
            .Select(key => key.DeleteBehavior).Distinct()
            .ShouldBe([DeleteBehavior.Restrict, DeleteBehavior.ClientCascade], ignoreOrder: true);
    }

    [Fact]
    public void Several_cascade_paths_are_found()
    {
        Problems(model =>
        {
            model.Entity<Child>().HasOne<Parent>().WithMany().HasForeignKey(child => child.ParentId).OnDelete(DeleteBehavior.Cascade);
            model.Entity<Child>().HasOne<Parent>().WithMany().HasForeignKey(child => child.OtherParentId).OnDelete(DeleteBehavior.Cascade);
        }).ShouldBe(["several cascade paths: Parent to Child"]);
    }

    [Fact]
    public void A_cascade_that_comes_back_is_found()
    {
        Problems(model => model.Entity<Child>().HasOne<Child>().WithMany().HasForeignKey(child => child.ParentId).OnDelete(DeleteBehavior.Cascade))
            .ShouldBe(["several cascade paths: Child to Child"]);
    }

    [Fact]
    public void One_cascade_path_is_fine()
    {
        Problems(model => model.Entity<Child>().HasOne<Parent>().WithMany().HasForeignKey(child => child.ParentId).OnDelete(DeleteBehavior.Cascade))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(850, false)]
    [InlineData(851, true)]
    [InlineData(null, true)]
    public void An_index_key_over_1700_bytes_is_found(int? length, bool isFound)
    {
        Problems(model =>
        {
            model.Entity<Parent>().HasIndex(parent => parent.Text);
            if (length is { } characters)
            {
                model.Entity<Parent>().Property(parent => parent.Text).HasMaxLength(characters);
            }
            else
            {
                model.Entity<Parent>().Property(parent => parent.Text).HasColumnType("nvarchar(max)");
            }
        }).Any(problem => problem == "long index key: Parent (Text)").ShouldBe(isFound);
    }

    [Theory]
    [InlineData(450, false)]
    [InlineData(451, true)]
    public void A_clustered_key_over_900_bytes_is_found(int length, bool isFound)
    {
        Problems(model =>
        {
            model.Entity<Parent>().HasKey(parent => parent.Text);
            model.Entity<Parent>().Property(parent => parent.Text).HasMaxLength(length);
        }).Any(problem => problem == "long index key: Parent (Text)").ShouldBe(isFound);
    }

    [Fact]
    public void Two_rowversions_are_found()
    {
        Problems(model =>
        {
            model.Entity<Parent>().Property<byte[]>("One").IsRowVersion();
            model.Entity<Parent>().Property<byte[]>("Two").IsRowVersion();
        }).ShouldBe(["two rowversions: Parent"]);
    }

    [Theory]
    [InlineData(128, false)]
    [InlineData(129, true)]
    public void An_identifier_over_128_is_found(int length, bool isFound)
    {
        Problems(model => model.Entity<Parent>().HasIndex(parent => parent.ParentId).HasDatabaseName(new string('x', length)))
            .Any(problem => problem.StartsWith("long identifier", StringComparison.Ordinal)).ShouldBe(isFound);
    }

    [Fact]
    public void A_decimal_of_no_kind_is_found()
    {
        Problems(model =>
        {
            model.Entity<Parent>().Property<decimal>("Money").IsMoney();
            model.Entity<Parent>().Property<decimal?>("Rate").IsRate();
            model.Entity<Parent>().Property<decimal?>("Share");
        }).ShouldBe(["decimal of no kind: Parent.Share"]);
    }

    private static IReadOnlyList<string> Problems(Action<ModelBuilder> plant)
    {
        using var db = new PlantedContext(plant);

        return ServerModel.Problems(DesignTimeModel(db));
    }

    private static IModel DesignTimeModel(DbContext db)
    {
        return db.GetService<IDesignTimeModel>().Model;
    }

    private sealed class Parent
    {
        public Guid Id { get; set; }

        public Guid ParentId { get; set; }

        public string Text { get; set; } = string.Empty;
    }

    private sealed class Child
    {
        public Guid Id { get; set; }

        public Guid ParentId { get; set; }

        public Guid OtherParentId { get; set; }
    }

    private sealed class PlantedContext(Action<ModelBuilder> plant) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            optionsBuilder.UseSqlServer("Server=.").ReplaceService<IModelCacheKeyFactory, EachItsOwn>();
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            plant(modelBuilder);
        }
    }

    private sealed class EachItsOwn : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime)
        {
            return (context, designTime);
        }
    }
}
