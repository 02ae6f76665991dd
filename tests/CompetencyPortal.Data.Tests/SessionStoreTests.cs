using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CompetencyPortal.Data.Sessions;
using CompetencyPortal.Data.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CompetencyPortal.Data.Tests;

public sealed class SessionStoreTests : IAsyncLifetime
{
    private static readonly byte[] Ticket = [1, 2, 3];

    private Portal _portal = null!;
    private Guid _user;
    private Guid _other;

    private static TimeSpan Moment => TimeSpan.FromTicks(1);

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync();
        _user = await AddUserAsync("one@vendor.example");
        _other = await AddUserAsync("other@vendor.example");
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_key_opens_the_session_and_no_other_does()
    {
        var (id, key) = await BeginAsync(_user);
        await BeginAsync(_other);

        var found = (await FindAsync(key)).ShouldNotBeNull();

        found.Id.ShouldBe(id);
        found.Ticket.ShouldBe(Ticket);
        (await FindAsync(key[1..])).ShouldBeNull();
        (await FindAsync(string.Empty)).ShouldBeNull();
    }

    [Fact]
    public async Task The_key_has_256_bits_and_only_its_hash_is_kept()
    {
        var (_, key) = await BeginAsync(_user);
        await using var work = _portal.EnterAll();
        var kept = await work.Db.UserSessions.Select(session => session.KeyHash).SingleAsync();

        Base64Url.DecodeFromChars(key).Length.ShouldBe(32);
        kept.ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        await ShouldNotBeInTheFileAsync(Encoding.UTF8.GetBytes(key));
        await ShouldNotBeInTheFileAsync(Base64Url.DecodeFromChars(key));
    }

    [Fact]
    public async Task A_session_lives_for_30_minutes_without_use()
    {
        var (_, key) = await BeginAsync(_user);

        _portal.Clock.Now += UserSession.IdleLimit - Moment;
        (await FindAsync(key)).ShouldNotBeNull();

        _portal.Clock.Now += Moment;
        (await FindAsync(key)).ShouldBeNull();
        (await ListAsync(_user)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_that_is_used_lives_for_8_hours()
    {
        var (id, key) = await BeginAsync(_user);
        var end = _portal.Clock.Now + UserSession.Lifetime;

        while (_portal.Clock.Now < end - TimeSpan.FromMinutes(20))
        {
            _portal.Clock.Now += TimeSpan.FromMinutes(20);
            await NoteUseAsync(id);
        }

        _portal.Clock.Now = end - Moment;
        (await FindAsync(key)).ShouldNotBeNull();
        await NoteUseAsync(id);

        _portal.Clock.Now = end;
        (await FindAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task A_use_is_written_once_a_minute()
    {
        var (id, key) = await BeginAsync(_user);

        _portal.Clock.Now += UserSession.UseIsNotedEvery - Moment;
        (await FindAsync(key)).ShouldNotBeNull().UseIsDue.ShouldBeFalse();

        _portal.Clock.Now += Moment;
        (await FindAsync(key)).ShouldNotBeNull().UseIsDue.ShouldBeTrue();

        await NoteUseAsync(id);
        (await FindAsync(key)).ShouldNotBeNull().UseIsDue.ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_ended_cannot_be_used_back_to_life()
    {
        var (id, key) = await BeginAsync(_user);
        _portal.Clock.Now += UserSession.IdleLimit;

        await NoteUseAsync(id);

        (await FindAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task A_clock_that_was_wrong_makes_no_session_that_outlives_others()
    {
        _portal.Clock.Now += TimeSpan.FromDays(400);
        var (_, key) = await BeginAsync(_user);

        _portal.Clock.Now -= TimeSpan.FromDays(400);

        (await FindAsync(key)).ShouldBeNull();
        (await RemoveEndedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_is_ended_by_its_key()
    {
        var (_, key) = await BeginAsync(_user);
        var (_, kept) = await BeginAsync(_user);

        await InStoreAsync(async store =>
        {
            await store.EndAsync(key, CancellationToken.None);

            return true;
        });

        (await FindAsync(key)).ShouldBeNull();
        (await FindAsync(kept)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_account()
    {
        var (id, key) = await BeginAsync(_other);

        (await InStoreAsync(store => store.EndAsync(_user, id, CancellationToken.None))).ShouldBeFalse();
        (await FindAsync(key)).ShouldNotBeNull();
        (await InStoreAsync(store => store.EndAsync(_other, id, CancellationToken.None))).ShouldBeTrue();
        (await FindAsync(key)).ShouldBeNull();
    }

    [Fact]
    public async Task All_other_sessions_of_an_account_are_ended_and_nobody_elses()
    {
        var (kept, keptKey) = await BeginAsync(_user);
        var (_, ended) = await BeginAsync(_user);
        var (_, others) = await BeginAsync(_other);

        await InStoreAsync(async store =>
        {
            await store.EndOthersAsync(_user, kept, CancellationToken.None);

            return true;
        });

        (await FindAsync(keptKey)).ShouldNotBeNull();
        (await FindAsync(ended)).ShouldBeNull();
        (await FindAsync(others)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_security_stamp_ends_the_sessions_with_it_or_not_at_all()
    {
        var (_, key) = await BeginAsync(_user);
        var (_, others) = await BeginAsync(_other);

        await Should.ThrowAsync<TimeoutException>(() => ChangeStampAsync(() => throw new TimeoutException()));
        (await FindAsync(key)).ShouldNotBeNull();

        await ChangeStampAsync(() => Task.CompletedTask);
        (await FindAsync(key)).ShouldBeNull();
        (await FindAsync(others)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_change_of_the_account_ends_no_session()
    {
        var (_, key) = await BeginAsync(_user);

        await ChangeUserAsync(user => user.AccessFailedCount++, () => Task.CompletedTask);

        (await FindAsync(key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_time_has_ended_is_removed()
    {
        await BeginAsync(_user);
        _portal.Clock.Now += UserSession.IdleLimit;
        var (_, key) = await BeginAsync(_user);

        (await RemoveEndedAsync()).ShouldBe(1);
        (await FindAsync(key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Sessions_are_read_in_t_sql()
    {
        using var server = new ServerPortal();
        var calendar = new ProgramCalendar(TimeProvider.System, Options.Create(new ProgramOptions()), Options.Create(new ClockOptions()));
        var store = new SessionStore(server.Db, calendar);

        await store.FindAsync("key", CancellationToken.None);
        await store.ListAsync(_user, CancellationToken.None);

        server.Statements.Count.ShouldBe(2);
        server.Statements.SelectMany(TransactSql.Errors).ShouldBeEmpty();
    }

    private async Task<Guid> AddUserAsync(string name)
    {
        await using var work = _portal.EnterAll();
        var user = new User { Id = Guid.CreateVersion7(), UserName = name, SecurityStamp = "first" };
        work.Db.Add(user);
        await work.Db.SaveChangesAsync();

        return user.Id;
    }

    private async Task<(Guid Id, string Key)> BeginAsync(Guid user)
    {
        var id = Guid.CreateVersion7();

        return (id, await InStoreAsync(store => store.BeginAsync(new NewSession(id, user, Ticket), CancellationToken.None)));
    }

    private Task<OpenSession?> FindAsync(string key)
    {
        return InStoreAsync(store => store.FindAsync(key, CancellationToken.None));
    }

    private Task<List<ListedSession>> ListAsync(Guid user)
    {
        return InStoreAsync(store => store.ListAsync(user, CancellationToken.None));
    }

    private Task<int> RemoveEndedAsync()
    {
        return InStoreAsync(store => store.RemoveEndedAsync(CancellationToken.None));
    }

    private async Task NoteUseAsync(Guid id)
    {
        await using var work = _portal.Enter(null);
        await work.Get<SessionStore>().NoteUseAsync([id], CancellationToken.None);
    }

    private Task ChangeStampAsync(Func<Task> afterwards)
    {
        return ChangeUserAsync(user => user.SecurityStamp = "second", afterwards);
    }

    private async Task ChangeUserAsync(Action<User> change, Func<Task> afterwards)
    {
        await using var work = _portal.EnterAll();

        await work.Db.ChangeAccountsAsync(
            async token =>
            {
                change(await work.Db.Users.SingleAsync(user => user.Id == _user, token));
                await work.Db.SaveChangesAsync(token);
                await afterwards();
            },
            CancellationToken.None);
    }

    /// <summary>In no organization's scope: nobody is signed in yet when a session is looked for.</summary>
    private async Task<T> InStoreAsync<T>(Func<SessionStore, Task<T>> work)
    {
        await using var scope = _portal.Enter(null);

        return await work(scope.Get<SessionStore>());
    }

    private async Task ShouldNotBeInTheFileAsync(byte[] secret)
    {
        SqliteConnection.ClearAllPools();

        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_portal.File)!, "portal.db*"))
        {
            (await System.IO.File.ReadAllBytesAsync(file)).AsSpan().IndexOf(secret).ShouldBe(-1, file);
        }
    }
}
