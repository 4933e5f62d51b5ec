namespace EcsPlatform.Networking;

/// <summary>The AWS services that have gateway endpoints (https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html).</summary>
public enum GatewayEndpoint
{
    /// <summary>S3: files, and the layers of container images in ECR.</summary>
    S3,

    /// <summary>DynamoDB.</summary>
    DynamoDb,
}
