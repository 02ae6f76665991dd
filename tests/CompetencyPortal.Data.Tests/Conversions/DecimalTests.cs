using CompetencyPortal.Data.Conversions;
using CompetencyPortal.Data.Tests.Support;
using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace CompetencyPortal.Data.Tests.Conversions;

public class DecimalTests
{
    [Fact]
    public async Task Money_comes_back_exactly_and_orders_and_adds_up_in_the_database()
    {
        await using var portal = await Portal.StartAsync();
        var id = await portal.AddOrganizationAsync();
        decimal[] amounts = [9m, 10.0001m, 99_999_999_999_999.9999m];
        await portal.RecordAsync(id, db =>
        {
            db.AddRange(amounts.Select(amount => new RevenueEntry(Guid.CreateVersion7(), id, new RevenueDetails("m", new DateOnly(2017, 1, 1), amount, "USD"))));

            return Task.CompletedTask;
        });

        await using var work = portal.Enter(OrganizationScope.One(id));
        var entries = work.Db.RevenueEntries;
        (await entries.OrderBy(entry => entry.Amount).Select(entry => entry.Amount).ToListAsync()).ShouldBe(amounts);
        (await entries.CountAsync(entry => entry.Amount > 9.5m)).ShouldBe(2);
        (await entries.SumAsync(entry => entry.Amount)).ShouldBe(amounts.Sum());
    }

    [Theory]
    [InlineData("0.00001")]
    [InlineData("922337203685478")]
    public void What_a_column_cannot_hold_throws(string number)
    {
        var toColumn = new ScaledConverter(4).ConvertToProviderExpression.Compile();

        Should.Throw<OverflowException>(() => toColumn(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_server_would_round_what_the_portal_refuses()
    {
        var toColumn = new ExactConverter(4).ConvertToProviderExpression.Compile();

        toColumn(1.2345m).ShouldBe(1.2345m);
        Should.Throw<OverflowException>(() => toColumn(1.23456m));
    }

    [Fact]
    public void Instants_are_utc()
    {
        var converter = new UtcConverter();
        var instant = new DateTime(2017, 11, 30, 0, 0, 0, DateTimeKind.Utc);

        converter.ConvertToProviderExpression.Compile()(instant).ShouldBe(instant);
        converter.ConvertFromProviderExpression.Compile()(DateTime.SpecifyKind(instant, DateTimeKind.Unspecified)).Kind.ShouldBe(DateTimeKind.Utc);
        Should.Throw<ArgumentException>(() => converter.ConvertToProviderExpression.Compile()(DateTime.SpecifyKind(instant, DateTimeKind.Local)));
    }

    [Fact]
    public void An_id_comes_back_from_its_bytes()
    {
        var converter = new GuidBytesConverter();
        var id = Guid.Parse("01234567-89ab-cdef-0123-456789abcdef");

        var bytes = converter.ConvertToProviderExpression.Compile()(id);

        Convert.ToHexStringLower(bytes).ShouldBe("0123456789abcdef0123456789abcdef");
        converter.ConvertFromProviderExpression.Compile()(bytes).ShouldBe(id);
    }
}
