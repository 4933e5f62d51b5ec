using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Networking;
using EcsPlatform.Routing;
using EcsPlatform.Stacks.Services;
using EcsPlatform.Stacks.Settings;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace EcsPlatform.Stacks;

/// <summary>The distribution of one service: nothing is cached, all goes to the load balancer, and requests are logged into the network's bucket.</summary>
internal static class ServiceDistribution
{
    /// <summary>Adds the distribution with its records.</summary>
    /// <param name="name">The service's name with the stack's.</param>
    /// <param name="service">What the stack says of the service.</param>
    /// <param name="edge">How the service is offered.</param>
    /// <param name="settings">The stack's settings.</param>
    /// <param name="network">The network, with a bucket for logs, a web ACL and a certificate for CloudFront.</param>
    /// <param name="loadBalancer">The load balancer, behind a VPC origin.</param>
    /// <param name="providers">The providers.</param>
    public static void Add(
        string name,
        ServiceSettings service,
        ServiceEdge edge,
        PlatformSettings settings,
        BaseNetwork network,
        SharedLoadBalancer loadBalancer,
        Providers providers)
    {
        var inUsEast1 = new ComponentResourceOptions { Providers = { providers.UsEast1 } };
        var origin = Origin.Of("tasks", loadBalancer) with { ReadTimeoutSeconds = edge.ReadTimeoutSeconds };
        _ = new Distribution(
            name,
            new DistributionArgs
            {
                Account = settings.Account,
                Zone = settings.Dns.Zone,
                Names = [$"{service.Host}.{settings.Dns.Zone.DomainName}"],
                Certificate = new ViewerCertificate.Existing(network.Certificates.CloudFront!),
                Origins = [origin],
                DefaultBehavior = new CacheBehavior
                {
                    Origin = origin.Name,
                    CachePolicy = new CachePolicy.Managed(ManagedCachePolicy.CachingDisabled),
                    AllowedMethods = edge.Methods,
                    Functions = Functions(service.Edge, providers.Regional),
                },
                WebAclArn = edge.WebAcl is { } own ? new WebAcl(name, own, inUsEast1).Arn : network.CloudFrontWebAclArn!,
                Log = new DistributionLog.Bucket(network.LogBucket!.BucketName),
            },
            inUsEast1);
    }

    // Who may not enter is not redirected either.
    private static ImmutableArray<EdgeFunction> Functions(EdgeSettings settings, ProviderResource regional) =>
        [.. settings.BasicAuth is { } auth ? [BasicAuth(auth, regional)] : ImmutableArray<EdgeFunction>.Empty, .. settings.RedirectFunctions];

    private static EdgeFunction.BasicAuth BasicAuth(BasicAuthSettings auth, ProviderResource regional) => new()
    {
        Store = new CredentialStore.Create
        {
            Users = [new StoredUser("readers", Parameter(auth.UserName, regional), Parameter(auth.Password, regional))],
        },
    };

    private static Output<string> Parameter(string arn, ProviderResource regional) => Output.CreateSecret(Ssm.GetParameter
        .Invoke(new Ssm.GetParameterInvokeArgs { Name = arn, WithDecryption = true }, new InvokeOptions { Provider = regional })
        .Apply(parameter => parameter.Value));
}
