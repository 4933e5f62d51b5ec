using System.Collections.Concurrent;
using System.Collections.Immutable;
using EcsPlatform.Images;
using Pulumi;
using Pulumi.Testing;
using Ssm = Pulumi.Aws.Ssm;

namespace EcsPlatform.Tests.Images;

/// <summary>A registry that holds one image, or does not. Notes what it was asked.</summary>
internal sealed class RegistryMocks(ImmutableArray<string>? tags) : IMocks
{
    private readonly ConcurrentQueue<MockCallArgs> _calls = new();
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();

    public IReadOnlyList<MockCallArgs> Calls => [.. _calls];

    /// <summary>The reference that a resource got.</summary>
    public string? Reference => _resources.FirstOrDefault(resource => resource.Type == "aws:ssm/parameter:Parameter")?.Inputs["value"] as string;

    /// <summary>Runs a program that hands the resolved reference to a resource.</summary>
    /// <param name="pin">What to resolve.</param>
    /// <param name="proof">What to prove.</param>
    /// <param name="tags">The tags of the image in the registry; null when it has none such.</param>
    public static async Task<RegistryMocks> RunAsync(ImagePin pin, ImageProof proof, ImmutableArray<string>? tags)
    {
        var mocks = new RegistryMocks(tags);
        var registries = new ImageRegistries { Account = Valid.Account };
        await Task.Run(() => Deployment.TestAsync(mocks, new TestOptions { IsPreview = true }, () =>
        {
            var provider = new Pulumi.Aws.Provider("eu-west-1", new Pulumi.Aws.ProviderArgs { Region = "eu-west-1" });
            var reference = PinnedImages.Resolve("web.image", pin, registries, proof, new InvokeOptions { Provider = provider });
            _ = new Ssm.Parameter("reference", new Ssm.ParameterArgs { Type = "String", Value = reference }, new CustomResourceOptions { Provider = provider });
        })).WaitAsync(TimeSpan.FromSeconds(20));
        return mocks;
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult<(string? id, object state)>(($"{args.Name}-id", args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return tags is { } found
            ? Task.FromResult<object>(args.Args.SetItem("imageTags", found.Cast<object>().ToImmutableArray()))
            : throw new InvalidOperationException("reading ECR Images: ImageNotFoundException.");
    }
}
