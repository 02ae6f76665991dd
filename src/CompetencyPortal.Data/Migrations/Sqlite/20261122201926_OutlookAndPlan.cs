using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CompetencyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutlookAndPlan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "HoldsUntil",
                table: "Standings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NextPlanCost",
                table: "Standings",
                type: "INTEGER",
                precision: 19,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NextPlanNewPeople",
                table: "Standings",
                type: "INTEGER",
                nullable: true);

            // No catalog has this revision: every standing falls due, and fills the new columns when it is stored again.
            migrationBuilder.Sql("UPDATE Standings SET CatalogRevision = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HoldsUntil",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "NextPlanCost",
                table: "Standings");

            migrationBuilder.DropColumn(
                name: "NextPlanNewPeople",
                table: "Standings");
        }
    }
}
