namespace EcsPlatform.Preview.Tests.Aws;

/// <summary>What the provider computes, by type: the outputs of provider 7.48 that are no inputs.</summary>
internal static class ComputedOutputs
{
    private const string Table =
        """
        aws:ec2/vpc:Vpc arn defaultNetworkAclId defaultRouteTableId defaultSecurityGroupId dhcpOptionsId ipv6AssociationId
        aws:ec2/vpc:Vpc mainRouteTableId ownerId tagsAll
        aws:ec2/subnet:Subnet arn ipv6CidrBlockAssociationId ownerId tagsAll
        aws:ec2/internetGateway:InternetGateway arn ownerId tagsAll
        aws:ec2/internetGatewayAttachment:InternetGatewayAttachment
        aws:ec2/natGateway:NatGateway associationId autoProvisionZones autoScalingIps networkInterfaceId publicIp
        aws:ec2/natGateway:NatGateway regionalNatGatewayAddresses regionalNatGatewayAutoMode routeTableId tagsAll
        aws:ec2/eip:Eip allocationId arn associationId carrierIp customerOwnedIp privateDns privateIp ptrRecord publicDns publicIp tagsAll
        aws:ec2/eipAssociation:EipAssociation
        aws:ec2/routeTable:RouteTable arn ownerId tagsAll
        aws:ec2/route:Route instanceId instanceOwnerId origin state
        aws:ec2/routeTableAssociation:RouteTableAssociation
        aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation originalRouteTableId
        aws:ec2/defaultRouteTable:DefaultRouteTable arn ownerId tagsAll vpcId
        aws:ec2/securityGroup:SecurityGroup arn ownerId tagsAll
        aws:ec2/securityGroupRule:SecurityGroupRule securityGroupRuleId
        aws:ec2/defaultSecurityGroup:DefaultSecurityGroup arn description name namePrefix ownerId tagsAll
        aws:ec2/vpcEndpoint:VpcEndpoint arn cidrBlocks dnsEntries networkInterfaceIds ownerId prefixListId requesterManaged state tagsAll
        aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation
        aws:ec2/vpcEndpointSubnetAssociation:VpcEndpointSubnetAssociation
        aws:ec2/vpcEndpointService:VpcEndpointService arn availabilityZones baseEndpointDnsNames managesVpcEndpoints
        aws:ec2/vpcEndpointService:VpcEndpointService privateDnsNameConfigurations serviceName serviceType state tagsAll
        aws:ec2/vpcDhcpOptions:VpcDhcpOptions arn ownerId tagsAll
        aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation
        aws:ec2/vpcPeeringConnection:VpcPeeringConnection acceptStatus tagsAll
        aws:ec2/vpcPeeringConnectionAccepter:VpcPeeringConnectionAccepter acceptStatus tagsAll
        aws:ec2/peeringConnectionOptions:PeeringConnectionOptions
        aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation
        aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway tagsAll
        aws:ec2/networkAcl:NetworkAcl arn ownerId tagsAll
        aws:ec2/networkAclRule:NetworkAclRule
        aws:ec2/launchTemplate:LaunchTemplate arn latestVersion tagsAll
        aws:ec2/flowLog:FlowLog arn tagsAll
        aws:ec2/defaultVpc:DefaultVpc arn cidrBlock defaultNetworkAclId defaultRouteTableId defaultSecurityGroupId dhcpOptionsId
        aws:ec2/defaultVpc:DefaultVpc existingDefaultVpc instanceTenancy ipv6AssociationId mainRouteTableId ownerId tagsAll
        aws:ec2/defaultSubnet:DefaultSubnet arn availabilityZoneId cidrBlock enableLniAtDeviceIndex existingDefaultSubnet
        aws:ec2/defaultSubnet:DefaultSubnet ipv6CidrBlockAssociationId outpostArn ownerId tagsAll vpcId
        aws:ec2/instance:Instance arn instanceLifecycle instanceState outpostArn passwordData primaryNetworkInterfaceId privateDns
        aws:ec2/instance:Instance publicDns publicIp spotInstanceRequestId tagsAll
        aws:ec2/keyPair:KeyPair arn fingerprint keyPairId keyType tagsAll
        aws:ec2/placementGroup:PlacementGroup arn placementGroupId tagsAll
        aws:ec2/managedPrefixList:ManagedPrefixList arn ownerId tagsAll version
        aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry
        aws:ec2/networkInterface:NetworkInterface arn macAddress outpostArn ownerId privateDnsName tagsAll
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule arn securityGroupRuleId tagsAll
        aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule arn securityGroupRuleId tagsAll
        aws:ebs/volume:Volume arn createTime tagsAll
        aws:autoscaling/group:Group arn predictedCapacity warmPoolSize
        aws:autoscaling/lifecycleHook:LifecycleHook
        aws:autoscaling/policy:Policy arn
        aws:autoscaling/schedule:Schedule arn
        aws:autoscaling/notification:Notification
        aws:autoscaling/attachment:Attachment
        aws:autoscaling/tag:Tag
        aws:autoscaling/trafficSourceAttachment:TrafficSourceAttachment
        aws:ecs/cluster:Cluster arn tagsAll
        aws:ecs/clusterCapacityProviders:ClusterCapacityProviders
        aws:ecs/capacityProvider:CapacityProvider arn tagsAll
        aws:ecs/service:Service arn tagsAll
        aws:ecs/taskDefinition:TaskDefinition arn arnWithoutRevision revision tagsAll
        aws:ecs/taskSet:TaskSet arn stabilityStatus status tagsAll taskSetId
        aws:ecs/expressGatewayService:ExpressGatewayService currentDeployment ingressPaths serviceArn serviceRevisionArn tagsAll
        aws:ecs/accountSettingDefault:AccountSettingDefault principalArn
        aws:ecs/tag:Tag
        aws:lb/loadBalancer:LoadBalancer arn arnSuffix dnsName tagsAll vpcId zoneId
        aws:lb/listener:Listener arn tagsAll
        aws:lb/listenerRule:ListenerRule arn tagsAll
        aws:lb/listenerCertificate:ListenerCertificate
        aws:lb/targetGroup:TargetGroup arn arnSuffix loadBalancerArns tagsAll
        aws:lb/targetGroupAttachment:TargetGroupAttachment
        aws:lb/trustStore:TrustStore arn arnSuffix tagsAll
        aws:alb/loadBalancer:LoadBalancer arn arnSuffix dnsName tagsAll vpcId zoneId
        aws:alb/listener:Listener arn tagsAll
        aws:alb/listenerRule:ListenerRule arn tagsAll
        aws:alb/listenerCertificate:ListenerCertificate
        aws:alb/targetGroup:TargetGroup arn arnSuffix loadBalancerArns tagsAll
        aws:alb/targetGroupAttachment:TargetGroupAttachment
        aws:efs/fileSystem:FileSystem arn availabilityZoneId dnsName name numberOfMountTargets ownerId sizeInBytes tagsAll
        aws:efs/mountTarget:MountTarget availabilityZoneId availabilityZoneName dnsName fileSystemArn mountTargetDnsName
        aws:efs/mountTarget:MountTarget networkInterfaceId ownerId
        aws:efs/accessPoint:AccessPoint arn fileSystemArn ownerId tagsAll
        aws:efs/backupPolicy:BackupPolicy
        aws:efs/fileSystemPolicy:FileSystemPolicy
        aws:efs/replicationConfiguration:ReplicationConfiguration creationTime originalSourceFileSystemArn sourceFileSystemArn
        aws:efs/replicationConfiguration:ReplicationConfiguration sourceFileSystemRegion
        aws:ecr/repository:Repository arn registryId repositoryUrl tagsAll
        aws:ecr/lifecyclePolicy:LifecyclePolicy registryId
        aws:ecr/repositoryPolicy:RepositoryPolicy registryId
        aws:ecr/pullThroughCacheRule:PullThroughCacheRule registryId
        aws:ecr/registryPolicy:RegistryPolicy registryId
        aws:ecr/replicationConfiguration:ReplicationConfiguration registryId
        aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration registryId
        aws:lambda/function:Function arn invokeArn lastModified qualifiedArn qualifiedInvokeArn responseStreamingInvokeArn signingJobArn
        aws:lambda/function:Function signingProfileVersionArn sourceCodeSize tagsAll version
        aws:lambda/permission:Permission
        aws:lambda/eventSourceMapping:EventSourceMapping arn functionArn lastModified lastProcessingResult state stateTransitionReason
        aws:lambda/eventSourceMapping:EventSourceMapping tagsAll uuid
        aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig
        aws:lambda/alias:Alias arn invokeArn
        aws:lambda/layerVersion:LayerVersion arn codeSha256 createdDate layerArn signingJobArn signingProfileVersionArn sourceCodeSize
        aws:lambda/layerVersion:LayerVersion version
        aws:lambda/functionUrl:FunctionUrl functionArn functionUrl urlId
        aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig
        aws:lambda/invocation:Invocation result
        aws:cloudfront/distribution:Distribution arn callerReference domainName etag hostedZoneId inProgressValidationBatches
        aws:cloudfront/distribution:Distribution lastModifiedTime loggingV1Enabled status tagsAll trustedKeyGroups trustedSigners
        aws:cloudfront/originAccessControl:OriginAccessControl arn etag
        aws:cloudfront/originAccessIdentity:OriginAccessIdentity arn callerReference cloudfrontAccessIdentityPath etag iamArn
        aws:cloudfront/originAccessIdentity:OriginAccessIdentity s3CanonicalUserId
        aws:cloudfront/function:Function arn etag liveStageEtag status tagsAll
        aws:cloudfront/cachePolicy:CachePolicy arn etag
        aws:cloudfront/originRequestPolicy:OriginRequestPolicy arn etag
        aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy arn etag
        aws:cloudfront/vpcOrigin:VpcOrigin arn etag tagsAll
        aws:cloudfront/keyValueStore:KeyValueStore arn etag lastModifiedTime tagsAll
        aws:cloudfront/keyvaluestoreKey:KeyvaluestoreKey totalSizeInBytes
        aws:cloudfront/publicKey:PublicKey callerReference etag
        aws:cloudfront/keyGroup:KeyGroup etag
        aws:cloudfront/realtimeLogConfig:RealtimeLogConfig arn
        aws:cloudfront/monitoringSubscription:MonitoringSubscription
        aws:s3/bucket:Bucket arn bucketDomainName bucketRegion bucketRegionalDomainName hostedZoneId tagsAll websiteDomain websiteEndpoint
        aws:s3/bucketPolicy:BucketPolicy
        aws:s3/bucketVersioning:BucketVersioning
        aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration
        aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock
        aws:s3/bucketNotification:BucketNotification
        aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration
        aws:s3/bucketLogging:BucketLogging
        aws:s3/bucketOwnershipControls:BucketOwnershipControls
        aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration websiteDomain websiteEndpoint
        aws:s3/bucketCorsConfiguration:BucketCorsConfiguration
        aws:s3/bucketObject:BucketObject arn tagsAll versionId
        aws:s3/bucketObjectv2:BucketObjectv2 arn checksumCrc32 checksumCrc32c checksumCrc64nvme checksumSha1 checksumSha256 tagsAll
        aws:s3/bucketObjectv2:BucketObjectv2 versionId
        aws:s3/bucketAcl:BucketAcl
        aws:s3/bucketV2:BucketV2 arn bucketDomainName bucketRegion bucketRegionalDomainName hostedZoneId websiteDomain websiteEndpoint
        aws:s3/bucketReplicationConfig:BucketReplicationConfig
        aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration
        aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration
        aws:s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration
        aws:s3/bucketMetric:BucketMetric
        aws:s3/inventory:Inventory
        aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock
        aws:iam/role:Role arn createDate tagsAll uniqueId
        aws:iam/rolePolicy:RolePolicy
        aws:iam/rolePolicyAttachment:RolePolicyAttachment
        aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive
        aws:iam/rolePoliciesExclusive:RolePoliciesExclusive
        aws:iam/policy:Policy arn attachmentCount policyId tagsAll
        aws:iam/policyAttachment:PolicyAttachment
        aws:iam/instanceProfile:InstanceProfile arn createDate tagsAll uniqueId
        aws:iam/serviceLinkedRole:ServiceLinkedRole arn createDate name path tagsAll uniqueId
        aws:iam/user:User arn tagsAll uniqueId
        aws:iam/userPolicy:UserPolicy
        aws:iam/userPolicyAttachment:UserPolicyAttachment
        aws:iam/accessKey:AccessKey createDate encryptedSecret encryptedSesSmtpPasswordV4 keyFingerprint secret sesSmtpPasswordV4
        aws:iam/openIdConnectProvider:OpenIdConnectProvider arn tagsAll
        aws:iam/group:Group arn uniqueId
        aws:route53/record:Record fqdn
        aws:route53/zone:Zone arn nameServers primaryNameServer tagsAll zoneId
        aws:route53/zoneAssociation:ZoneAssociation owningAccount
        aws:route53/vpcAssociationAuthorization:VpcAssociationAuthorization
        aws:route53/healthCheck:HealthCheck arn tagsAll
        aws:acm/certificate:Certificate arn domainValidationOptions notAfter notBefore pendingRenewal renewalEligibility renewalSummaries
        aws:acm/certificate:Certificate status tagsAll type validationEmails
        aws:acm/certificateValidation:CertificateValidation
        aws:sns/topic:Topic arn beginningArchiveTime owner tagsAll
        aws:sns/topicPolicy:TopicPolicy owner
        aws:sns/topicSubscription:TopicSubscription arn confirmationWasAuthenticated ownerId pendingConfirmation
        aws:sqs/queue:Queue arn tagsAll url
        aws:sqs/queuePolicy:QueuePolicy
        aws:sqs/redrivePolicy:RedrivePolicy
        aws:sqs/redriveAllowPolicy:RedriveAllowPolicy
        aws:wafv2/webAcl:WebAcl applicationIntegrationUrl arn capacity lockToken tagsAll
        aws:wafv2/webAclAssociation:WebAclAssociation
        aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration
        aws:wafv2/webAclRule:WebAclRule
        aws:wafv2/ipSet:IpSet arn lockToken tagsAll
        aws:wafv2/ruleGroup:RuleGroup arn lockToken tagsAll
        aws:wafv2/regexPatternSet:RegexPatternSet arn lockToken tagsAll
        aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation
        aws:ssm/parameter:Parameter hasValueWo tagsAll version
        aws:ssm/document:Document arn createdDate defaultVersion description documentVersion hash hashType latestVersion owner parameters
        aws:ssm/document:Document platformTypes schemaVersion status tagsAll
        aws:ssm/association:Association arn associationId tagsAll
        aws:secretsmanager/secret:Secret arn tagsAll
        aws:secretsmanager/secretVersion:SecretVersion arn hasSecretStringWo secretArn versionId
        aws:secretsmanager/secretPolicy:SecretPolicy
        aws:secretsmanager/secretRotation:SecretRotation
        aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace arn hostedZone tagsAll
        aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace arn hostedZone tagsAll
        aws:servicediscovery/httpNamespace:HttpNamespace arn httpName tagsAll
        aws:servicediscovery/service:Service arn tagsAll
        aws:servicediscovery/instance:Instance
        aws:cloudwatch/logGroup:LogGroup arn tagsAll
        aws:cloudwatch/logStream:LogStream arn
        aws:cloudwatch/logMetricFilter:LogMetricFilter
        aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter
        aws:cloudwatch/logResourcePolicy:LogResourcePolicy policyScope revisionId
        aws:cloudwatch/logDeliverySource:LogDeliverySource arn service tagsAll
        aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination arn tagsAll
        aws:cloudwatch/logDelivery:LogDelivery arn tagsAll
        aws:cloudwatch/metricAlarm:MetricAlarm arn tagsAll
        aws:cloudwatch/compositeAlarm:CompositeAlarm arn tagsAll
        aws:cloudwatch/dashboard:Dashboard dashboardArn
        aws:cloudwatch/eventRule:EventRule arn tagsAll
        aws:cloudwatch/eventTarget:EventTarget
        aws:cloudwatch/eventPermission:EventPermission
        aws:cloudwatch/eventBus:EventBus arn tagsAll
        aws:appautoscaling/target:Target arn tagsAll
        aws:appautoscaling/policy:Policy alarmArns arn
        aws:appautoscaling/scheduledAction:ScheduledAction arn
        aws:datasync/s3Location:S3Location arn tagsAll uri
        aws:datasync/efsLocation:EfsLocation arn tagsAll uri
        aws:datasync/nfsLocation:NfsLocation arn tagsAll uri
        aws:datasync/task:Task arn tagsAll
        aws:kms/key:Key arn keyId tagsAll
        aws:kms/alias:Alias arn targetKeyArn
        aws:kms/grant:Grant grantId grantToken
        aws:scheduler/schedule:Schedule arn
        aws:scheduler/scheduleGroup:ScheduleGroup arn creationDate lastModificationDate state tagsAll
        aws:backup/vault:Vault arn recoveryPoints tagsAll
        aws:backup/plan:Plan arn tagsAll version
        aws:backup/selection:Selection
        aws:dynamodb/table:Table arn streamArn streamLabel tagsAll
        aws:cloudtrail/trail:Trail arn homeRegion tagsAll
        """;

    public static IReadOnlyDictionary<string, string[]> ByType { get; } = Table.Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .GroupBy(words => words[0], words => words[1..])
        .ToDictionary(type => type.Key, type => type.SelectMany(keys => keys).ToArray());
}
