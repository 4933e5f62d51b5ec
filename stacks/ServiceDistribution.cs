using System.Collections.Immutable;
using EcsPlatform.Delivery;
using EcsPlatform.Networking;
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
    /// <param name="place">What it stands on.</param>
    public static void Add(string name, ServiceSettings service, ServiceEdge edge, ServicePlace place)
    {
        var (settings, network) = (place.Settings, place.Foundation.Network);
        var inUsEast1 = new ComponentResourceOptions { Providers = { place.Providers.UsEast1 } };
        var origin = service.Edge.WithTimeouts(Origin.Of("tasks", place.Foundation.LoadBalancer));
        _ = new Distribution(
            name,
            new DistributionArgs
            {
                Account = settings.Account,
                Zone = settings.Dns.Zone,
                Names = [$"{service.Host}.{settings.Dns.Domain}", .. service.Edge.Apex ? [settings.Dns.Domain] : ImmutableArray<string>.Empty],
                Certificate = new ViewerCertificate.Existing(network.Certificates.CloudFront!),
                Origins = [origin],
                DefaultBehavior = new CacheBehavior
                {
                    Origin = origin.Name,
                    CachePolicy = new CachePolicy.Managed(ManagedCachePolicy.CachingDisabled),
                    AllowedMethods = service.Edge.Methods,
                    ResponseHeadersPolicy = edge.Embeddable
                        ? place.Foundation.EmbeddableHeaders.Policy
                        : new ResponseHeadersPolicy.Managed(ManagedResponseHeadersPolicy.SecurityHeaders),
                    Functions = Functions(service.Edge, place.Providers.Regional),
                },
                WebAclArn = service.Edge.WebAcl is { } own
                    ? new WebAcl(name, WebAcls.Of(own, settings.WebAcl), inUsEast1).Arn
                    : network.CloudFrontWebAclArn!,
                Log = new DistributionLog.Bucket(network.LogBucket!.BucketName),
            },
            inUsEast1);
    }

    // Who may not enter is not redirected either.
    private static ImmutableArray<EdgeFunction> Functions(EdgeSettings settings, ProviderResource regional) =>
    [
        .. settings.BasicAuth is { } auth ? [BasicAuth(auth, regional)] : ImmutableArray<EdgeFunction>.Empty,
        .. settings.RedirectFunctions,
        .. settings.Cors ? [new EdgeFunction.CorsHeaders(new CorsSites.Any())] : ImmutableArray<EdgeFunction>.Empty,
    ];

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
