using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace EcsPlatform.Tests.Routing;

/// <summary>
/// An account in which things exist that only AWS can name. Answers a look-up with the id <c>found-</c> and its name, and notes what was
/// asked, and which resources there were by then. All images are there but the missing one.
/// </summary>
internal sealed class AccountMocks(bool firstPreview, string? missingDigest) : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly ConcurrentQueue<Lookup> _lookups = new();

    public IReadOnlyList<Lookup> Lookups => [.. _lookups];

    /// <summary>Runs a program.</summary>
    /// <param name="program">Registers resources.</param>
    /// <param name="firstPreview">True leaves all ids unknown, as before a first update.</param>
    /// <param name="missingDigest">The digest of an image that no repository has.</param>
    public static async Task<AccountMocks> RunAsync(Action program, bool firstPreview = false, string? missingDigest = null)
    {
        var mocks = new AccountMocks(firstPreview, missingDigest);
        await Task.Run(() => Deployment.TestAsync(mocks, new TestOptions { IsPreview = firstPreview }, program)).WaitAsync(TimeSpan.FromSeconds(20));
        return mocks;
    }

    public IReadOnlyList<MockResourceArgs> All(string type) => [.. _resources.Where(resource => resource.Type == type)];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult((firstPreview ? null : $"{args.Name}-id", (object)(args.Type == "awsx:ec2:Vpc" ? Vpc : State(args))));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        // The network's own look-up: which route table a subnet has.
        if (args.Token == "aws:ec2/getRouteTables:getRouteTables")
        {
            return Task.FromResult<object>(args.Args.SetItem("id", "tables").SetItem("ids", ImmutableArray.Create<object>("table-1")));
        }

        _lookups.Enqueue(new Lookup(args.Token!, args.Args, [.. _resources.Select(resource => resource.Type!)]));
        if (args.Token == "aws:ecr/getImage:getImage")
        {
            return args.Args["imageDigest"] as string == missingDigest
                ? throw new InvalidOperationException("reading ECR Images: ImageNotFoundException.")
                : Task.FromResult<object>(args.Args);
        }

        return Task.FromResult<object>(args.Args.SetItem("id", $"found-{args.Args["name"]}"));
    }

    private static ImmutableDictionary<string, object> Vpc => ImmutableDictionary<string, object>.Empty
        .Add("vpcId", "vpc-1")
        .Add("publicSubnetIds", ImmutableArray.Create<object>("public-1", "public-2"))
        .Add("privateSubnetIds", ImmutableArray.Create<object>("private-1", "private-2"));

    private static ImmutableDictionary<string, object> State(MockResourceArgs args) =>
        args.Inputs.SetItem("arn", $"{args.Name}-arn").SetItem("name", $"{args.Name}-0123abc");

    internal sealed record Lookup(string Token, ImmutableDictionary<string, object> Args, ImmutableArray<string> Registered);
}
