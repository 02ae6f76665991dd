using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CompetencyPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ManagersView : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Currencies",
                table: "Standings",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "NextOpenPlaces",
                table: "Standings",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "NextShortfall",
                table: "Standings",
                type: "decimal(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NextStatus",
                table: "Standings",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NextTier",
                table: "Standings",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rank",
                table: "Standings",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "FactsChangedAt",
                table: "Organizations",
                type: "datetime2",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "NormalizedName",
                table: "Organizations",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "RatedCurrencies",
                columns: table => new
                {
                    Currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    ChangedIn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatedCurrencies", x => x.Currency);
                });

            migrationBuilder.Sql(
                "UPDATE Organizations SET NormalizedName = UPPER(Name), "
                + "FactsChangedAt = COALESCE((SELECT MAX(Journal.At) FROM Journal WHERE Journal.Scope = Organizations.Id), CreatedAt)");

            // No catalog has this revision: every standing falls due, and fills the new columns when it is stored again.
            migrationBuilder.Sql("UPDATE Standings SET CatalogRevision = 0");

            migrationBuilder.CreateIndex(
                name: "IX_Organizations_NormalizedName",
                table: "Organizations",
                column: "NormalizedName");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RatedCurrencies");

            migrationBuilder.DropIndex(
                name: "IX_Organizations_NormalizedName",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "Currencies",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "NextOpenPlaces",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "NextShortfall",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "NextStatus",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "NextTier",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "Rank",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "FactsChangedAt",
                table: "Organizations");

            migrationBuilder.DropColumn(
                name: "NormalizedName",
                table: "Organizations");
        }
    }
}
