using CompetencyPortal.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CompetencyPortal.Data.Configurations;

internal sealed class ProgramStateConfiguration : IEntityTypeConfiguration<ProgramState>
{
    public void Configure(EntityTypeBuilder<ProgramState> builder)
    {
        builder.Property(state => state.Id).ValueGeneratedNever();
        builder.HasData(new ProgramState());
    }
}
